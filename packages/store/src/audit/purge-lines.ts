import type { Database, Transaction } from '../database/database.ts';
import { appendLines, lockAudit } from './append-lines.ts';
import { type AuditKeys, readHead, writeHead } from './head.ts';

const chunkLines = 2000;

/**
 * Removes lines from before a time. A checkpoint line says so at the end of the chain, and the signed head keeps the
 * hash of the last line removed, so that the rest still verifies, also where a purge was cut off half-way.
 */
export async function purgeLines(
  database: Database,
  keys: AuditKeys,
  before: number,
  now: number,
): Promise<void> {
  let more = await database.transaction((transaction) => announce(transaction, keys, before, now));
  while (more)
    more = await database.transaction((transaction) => purgeChunk(transaction, keys, before));
}

async function announce(transaction: Transaction, keys: AuditKeys, before: number, now: number) {
  await lockAudit(transaction);
  const [oldest] = await transaction.query<{ at: number }>(
    'SELECT at FROM audit_lines ORDER BY seq LIMIT 1',
  );
  if (!oldest || oldest.at >= before) return false;
  const action = `purge before ${new Date(before).toISOString()}`;
  await appendLines(transaction, keys, now, [
    { event: 'checkpoint', provider: 'store', account: '', action, recipients: 0 },
  ]);
  return true;
}

async function purgeChunk(transaction: Transaction, keys: AuditKeys, before: number) {
  await lockAudit(transaction);
  const head = await readHead(transaction, keys);
  const lines = await transaction.query<{ seq: number; at: number; hash: string }>(
    `SELECT seq, at, hash FROM audit_lines ORDER BY seq LIMIT ${chunkLines}`,
  );
  const firstKept = lines.findIndex(({ at }) => at >= before);
  const last = firstKept === -1 ? lines.at(-1) : lines[firstKept - 1];
  if (!last) return false;
  await transaction.query('DELETE FROM audit_lines WHERE seq <= ?', [last.seq]);
  await writeHead(transaction, keys, { ...head, baseSeq: last.seq, baseHash: last.hash });
  return firstKept === -1;
}
