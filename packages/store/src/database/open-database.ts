import { storeMigrations } from '../migrations/store-migrations.ts';
import type { Database } from './database.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { type MigrationSet, migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export interface OpenDatabaseOptions {
  /** The tables to bring up to date. Default: those of the ledger. */
  readonly migrations?: MigrationSet;
}

/**
 * Opens the store and brings its tables up to date.
 *
 * @param url `file:…` is SQLite (made where it is missing, readable by its owner only), `postgres://…` PostgreSQL
 * @throws JeonboError `VALIDATION_ERROR` for an address of another form, and what the engine says about an unreachable,
 *   locked, damaged or newer database
 * @example const database = await openDatabase(process.env.DATABASE_URL ?? defaultDatabaseUrl(process.env));
 */
export async function openDatabase(
  url: string,
  { migrations = storeMigrations }: OpenDatabaseOptions = {},
): Promise<Database> {
  const address = parseDatabaseUrl(url);
  const database =
    address.engine === 'sqlite' ? await openSqlite(address.path) : await openPostgres(address.url);
  try {
    await migrate(database, migrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
