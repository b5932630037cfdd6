import { JeonboError } from '@jeonbo/core';
import { createMutex, retryBusy, sqliteError } from '@jeonbo/store/engines';
import type { Engine } from '../engine.ts';
import { backup } from './backup.ts';
import { type Connection, connect } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { runInSlices } from './drive.ts';

const begin = { sql: 'BEGIN IMMEDIATE', values: [] };
const commit = { sql: 'COMMIT', values: [] };
const rollback = { sql: 'ROLLBACK', values: [] };

/**
 * One connection that writes, a transaction at a time, and one that reads meanwhile what was committed: a long import
 * stops no search. The file is there already, with its tables.
 */
export async function openSqlite(path: string): Promise<Engine> {
  const writer = await connect(path, { writes: true, cacheKilobytes: 12_000 });
  const reader = await connect(path, { writes: false, cacheKilobytes: 20_000 });
  const exclusive = createMutex();
  const snapshots = new Set<Connection>();
  let closed = false;

  const explained = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (closed) throw new JeonboError('INTERNAL_ERROR', 'The database is closed.');
    try {
      return await work();
    } catch (error) {
      throw sqliteError(error, path);
    }
  };
  const inTransaction = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await retryBusy(() => writer.run(begin));
    try {
      const result = await work();
      await retryBusy(() => writer.run(commit));
      return result;
    } catch (error) {
      // Some faults (a full disk) roll back by themselves, and then this says that there is nothing to roll back.
      await retryBusy(() => writer.run(rollback)).catch(() => {});
      throw error;
    }
  };

  return {
    dialect: sqliteDialect,
    read: (step) => explained(() => runInSlices(reader, step())),
    write: (step) =>
      exclusive(() => explained(() => inTransaction(() => runInSlices(writer, step())))),
    writeAll: (steps) =>
      exclusive(() =>
        explained(() =>
          inTransaction(async () => {
            for await (const step of steps) await runInSlices(writer, step());
          }),
        ),
      ),
    snapshot: () =>
      explained(async () => {
        const connection = await connect(path, { writes: false, cacheKilobytes: 4000 });
        snapshots.add(connection);
        connection.run({ sql: 'BEGIN', values: [] });
        // The moment is that of the first look.
        connection.run({ sql: 'SELECT COUNT(*) FROM domains', values: [] });
        return {
          read: (step) => explained(() => runInSlices(connection, step())),
          close: async () => {
            if (snapshots.delete(connection)) connection.close();
          },
        };
      }),
    backup: (target) => explained(() => backup(path, target)),
    close: () =>
      exclusive(async () => {
        if (closed) return;
        closed = true;
        for (const connection of [...snapshots, reader, writer]) connection.close();
      }),
  };
}
