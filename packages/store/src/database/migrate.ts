import { JeonboError } from '@jeonbo/core';
import type { Database, Engine, Transaction } from './database.ts';

/** The statements of one step, in SQL for the engine. Numbered by their place in the list; never edited once released. */
export type Migration = (engine: Engine) => readonly string[];

export interface MigrationSet {
  /** Whose tables these are; several sets may live in one database. */
  readonly name: string;
  readonly migrations: readonly Migration[];
}

/**
 * Brings the tables of one set up to this program, once, however many processes start together.
 *
 * @throws JeonboError `NOT_SUPPORTED` where the database was written by a newer program
 */
export async function migrate(database: Database, set: MigrationSet): Promise<void> {
  // The usual case: nothing to do, and no reason to wait for those who write.
  if ((await knownVersion(database, set.name)) === set.migrations.length) return;
  await database.transaction(async (transaction) => {
    // The lock comes first: on PostgreSQL even CREATE TABLE IF NOT EXISTS fails when two run it together.
    await transaction.lock('jeonbo migrations');
    const version = await versionOf(transaction, set.name);
    if (version > set.migrations.length) throw newerDatabase(set, version);
    for (const [index, migration] of set.migrations.entries()) {
      if (index < version) continue;
      for (const statement of migration(database.engine)) await transaction.query(statement);
    }
    if (version < set.migrations.length)
      await transaction.query('UPDATE jeonbo_schema SET version = ? WHERE name = ?', [
        set.migrations.length,
        set.name,
      ]);
  });
}

/** Undefined where there is no such table yet. What else may be wrong shows in the transaction. */
async function knownVersion(database: Database, name: string): Promise<number | undefined> {
  const select = 'SELECT version FROM jeonbo_schema WHERE name = ?';
  const found = await database.query<{ version: number }>(select, [name]).catch(() => []);
  return found[0]?.version;
}

async function versionOf(transaction: Transaction, name: string): Promise<number> {
  await transaction.query(
    'CREATE TABLE IF NOT EXISTS jeonbo_schema (name TEXT PRIMARY KEY, version INTEGER NOT NULL)',
  );
  const select = 'SELECT version FROM jeonbo_schema WHERE name = ?';
  const [row] = await transaction.query<{ version: number }>(select, [name]);
  if (row) return row.version;
  await transaction.query('INSERT INTO jeonbo_schema (name, version) VALUES (?, 0)', [name]);
  return 0;
}

function newerDatabase(set: MigrationSet, version: number): JeonboError {
  return new JeonboError(
    'NOT_SUPPORTED',
    `The database at DATABASE_URL is newer than this program: its "${set.name}" tables have version ${version}, ` +
      `this program knows ${set.migrations.length}. Update the program, or give it another database.`,
    { field: 'DATABASE_URL', details: { version, known: set.migrations.length } },
  );
}
