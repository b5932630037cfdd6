import type { MigrationSet } from '../database/migrate.ts';
import { createLedgerTables } from './0001-ledger.ts';
import { createSealedTables } from './0002-sealed.ts';

/** Every step that the store's tables ever took. Add at the end; never edit one that was released. */
export const storeMigrations: MigrationSet = {
  name: 'store',
  migrations: [createLedgerTables, createSealedTables],
};
