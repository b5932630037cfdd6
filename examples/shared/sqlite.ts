import { DatabaseSync } from 'node:sqlite';
import type { Database } from './database.ts';

/** A database in one file, with what Node brings along. For several machines use PostgreSQL instead. */
export function openSqlite(path: string, schema: string): Database {
  const sqlite = new DatabaseSync(path);
  // Several processes may wait for each other instead of failing.
  sqlite.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL;');
  sqlite.exec(schema);
  return {
    async first(sql, ...values) {
      return sqlite.prepare(sql).get(...values) ?? null;
    },
  };
}
