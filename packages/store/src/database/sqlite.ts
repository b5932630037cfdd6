import { chmod, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StatementSync } from 'node:sqlite';
import { JeonboError } from '@jeonbo/core';
import type { Database, Row, SqlValue, Transaction } from './database.ts';
import { makeFolder } from './make-folder.ts';
import { createMutex } from './mutex.ts';
import { nodeSqlite } from './node-sqlite.ts';
import { retryBusy } from './retry-busy.ts';
import { sqliteError } from './sqlite-error.ts';

/**
 * One connection, one statement or transaction at a time. A commit is on the disk before it returns (synchronous FULL):
 * what the ledger noted before a send must outlive a power cut.
 */
export async function openSqlite(path: string): Promise<Database> {
  await createFile(path);
  const explained = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw sqliteError(error, path);
    }
  };
  const { DatabaseSync } = nodeSqlite();
  const connection = await explained(async () => new DatabaseSync(path));
  const pragmas = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON';
  await explained(() => retryBusy(() => connection.exec(pragmas))).catch((error: unknown) => {
    connection.close();
    throw error;
  });

  const statements = new Map<string, StatementSync>();
  const run = <Result extends Row>(sql: string, values: readonly SqlValue[] = []): Result[] => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement.all(...values) as Result[];
  };
  const transaction: Transaction = {
    query: (sql, values) => explained(async () => run(sql, values)),
    lock: async () => {},
  };
  const inTransaction = async <Result>(work: (transaction: Transaction) => Promise<Result>) => {
    await retryBusy(() => run('BEGIN IMMEDIATE'));
    try {
      const result = await work(transaction);
      await retryBusy(() => run('COMMIT'));
      return result;
    } catch (error) {
      // Some faults (a full disk) roll back by themselves, and then this says that there is nothing to roll back.
      await retryBusy(() => run('ROLLBACK')).catch(() => {});
      throw error;
    }
  };

  const exclusive = createMutex();
  let closed = false;
  const whileOpen = <Result>(work: () => Promise<Result>) =>
    exclusive(() => {
      if (closed) throw new JeonboError('INTERNAL_ERROR', 'The database is closed.');
      return explained(work);
    });
  return {
    engine: 'sqlite',
    query: <Result extends Row>(sql: string, values?: readonly SqlValue[]) =>
      whileOpen(() => retryBusy(() => run<Result>(sql, values))),
    transaction: (work) => whileOpen(() => inTransaction(work)),
    close: () =>
      exclusive(async () => {
        if (!closed) connection.close();
        closed = true;
      }),
  };
}

/** Made by us, so that its owner alone can read it; SQLite gives -wal and -shm the same mode. */
async function createFile(path: string): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await (await open(path, 'a', 0o600)).close();
    for (const file of [path, `${path}-wal`, `${path}-shm`]) await makePrivate(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    const denied = reason === 'EACCES' || reason === 'EPERM' || reason === 'EROFS';
    throw new JeonboError(
      denied ? 'PERMISSION_DENIED' : 'NOT_FOUND',
      `The database at DATABASE_URL (file:${path}) cannot be opened for writing: ${reason}.`,
      { field: 'DATABASE_URL', cause: error },
    );
  }
}

/** One that was copied here, or made by something else. Whose file it is not cannot change it, and reads it all the same. */
async function makePrivate(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && (found.mode & 0o077) !== 0) await chmod(path, found.mode & 0o700).catch(() => {});
}
