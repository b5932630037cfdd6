import type { Database } from '../database/database.ts';
import { createMutex } from '../database/mutex.ts';

/** Taken by whoever deletes many rows. */
export const purgeLock = 'jeonbo sealed records';

const hourMs = 60 * 60 * 1000;

/** Rows of one transaction: few enough that a login waits only for milliseconds. */
const chunkRows = 1000;

export function createPurge(database: Database, now: () => number) {
  const exclusive = createMutex();
  let dueAt = Number.NEGATIVE_INFINITY;

  const purge = (): Promise<number> =>
    exclusive(async () => {
      dueAt = now() + hourMs;
      let count = 0;
      for (let removed = chunkRows; removed === chunkRows; count += removed)
        removed = await purgeChunk(database, now());
      return count;
    });

  /** Beside the caller's work. A purge that fails is tried again an hour later, and must not stop a login. */
  const purgeWhenDue = (): void => {
    if (now() < dueAt) return;
    dueAt = now() + hourMs;
    purge().catch(() => {});
  };
  return { purge, purgeWhenDue };
}

function purgeChunk(database: Database, at: number): Promise<number> {
  return database.transaction(async (transaction) => {
    await transaction.lock(purgeLock);
    const removed = await transaction.query(
      `DELETE FROM sealed_records WHERE id_hash IN
         (SELECT id_hash FROM sealed_records WHERE expires_at <= ? ORDER BY expires_at LIMIT ${chunkRows})
       AND expires_at <= ? RETURNING id_hash`,
      [at, at],
    );
    return removed.length;
  });
}
