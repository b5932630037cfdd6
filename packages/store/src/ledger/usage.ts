import type { Queryable } from '../database/database.ts';

/** How many recipients were begun after a time and not certainly rejected. */
export async function countUsage(
  database: Queryable,
  payer: string,
  after: number,
): Promise<number> {
  const [row] = await database.query<{ used: number }>(
    `SELECT CAST(COALESCE(SUM(recipients - rejected), 0) AS BIGINT) AS used FROM ledger_sends
     WHERE payer = ? AND at > ?`,
    [payer, after],
  );
  return row?.used ?? 0;
}
