// A thread that saves many nodes at once, started by bulk-writer.ts with the path of a file that is there already.
import { parentPort, workerData } from 'node:worker_threads';
import { JeonboError } from '@jeonbo/core';
import { createUrlStore } from '../url-store.ts';
import type { Question, Reply } from './asked-thread.ts';
import type { BulkAnswer, BulkRequest } from './bulk-writer.ts';
import { openSqlite } from './open-sqlite.ts';

const engine = await openSqlite(workerData);

parentPort?.on('message', async ({ id, asked }: Question<BulkRequest>) => {
  const reply: Reply<BulkAnswer> = { id, answer: await save(asked) };
  parentPort?.postMessage(reply);
});

async function save({ now, rows }: BulkRequest): Promise<BulkAnswer> {
  try {
    return { outcomes: await createUrlStore(engine, { now: () => now }).createNodes(rows) };
  } catch (error) {
    if (!JeonboError.is(error)) return { failed: error };
    // A class does not cross to another thread; what it says does.
    const { code, message, retryable, field, details } = error;
    return { refused: { code, message, options: { retryable, field, details } } };
  }
}
