import type { MigrationSet } from '@jeonbo/store';
import { createTables } from './0001-tables.ts';

/** Every step that the tables ever took. Add at the end; never edit one that was released. */
export const urlDbMigrations: MigrationSet = { name: 'url-db', migrations: [createTables] };
