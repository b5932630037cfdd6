import type { Database } from '../database/database.ts';

/** Rows of one transaction: few enough that a send waits only for milliseconds. */
const chunkRows = 5000;

/** Removes sends begun before a time, oldest first, with their entries. */
export async function purgeSends(database: Database, before: number): Promise<void> {
  while (await purgeChunk(database, before));
}

/** Answers whether there may be more. */
function purgeChunk(database: Database, before: number): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const sends = await transaction.query<{ seq: number; at: number; recipients: number }>(
      'SELECT seq, at, recipients FROM ledger_sends ORDER BY seq LIMIT 1000',
    );
    let last = 0;
    let rows = 0;
    for (const { seq, at, recipients } of sends) {
      if (at >= before || rows > chunkRows) break;
      rows += 1 + recipients;
      last = seq;
    }
    if (last === 0) return false;
    await transaction.query('DELETE FROM ledger_entries WHERE send_seq <= ?', [last]);
    await transaction.query('DELETE FROM ledger_sends WHERE seq <= ?', [last]);
    return true;
  });
}
