import type { Database } from '../database/database.ts';
import { lockAudit } from './append-lines.ts';
import { type AuditKeys, readHead, writeHead } from './head.ts';

/**
 * Signs the empty log of a new database; of any other, checks the head. A log whose head is gone is not started anew:
 * that would hide that someone emptied it.
 */
export async function startChain(database: Database, keys: AuditKeys): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockAudit(transaction);
    const [row] = await transaction.query<{ used: number }>(
      `SELECT (SELECT COUNT(*) FROM audit_head) + (SELECT COUNT(*) FROM (SELECT 1 FROM audit_lines LIMIT 1) AS l)
         + (SELECT COUNT(*) FROM (SELECT 1 FROM ledger_sends LIMIT 1) AS s) AS used`,
    );
    if (row?.used === 0)
      await writeHead(transaction, keys, { baseSeq: 0, baseHash: '', seq: 0, hash: '' });
    else await readHead(transaction, keys);
  });
}
