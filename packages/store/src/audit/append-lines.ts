import type { AuditEvent } from '@jeonbo/core/ledger';
import type { Transaction } from '../database/database.ts';
import { type AuditKeys, type Head, readHead, writeHead } from './head.ts';
import { type AuditLine, hashOfLine, lineColumns } from './line.ts';

/**
 * Chains events to the end of the log, inside the transaction of what they tell of. There is one end for all, so it is
 * locked last, for as short as can be.
 */
export async function appendLines(
  transaction: Transaction,
  keys: AuditKeys,
  at: number,
  events: readonly AuditEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await lockAudit(transaction);
  let head = await readHead(transaction, keys);
  for (const event of events) {
    const line = lineAfter(head, keys, at, event);
    await insertLine(transaction, line);
    head = { ...head, seq: line.seq, hash: line.hash };
  }
  await writeHead(transaction, keys, head);
}

export function lockAudit(transaction: Transaction): Promise<void> {
  return transaction.lock('jeonbo audit');
}

function lineAfter(head: Head, [key]: AuditKeys, at: number, event: AuditEvent): AuditLine {
  const { code = null, sendId = null } = event;
  const line = { ...event, seq: head.seq + 1, at, code, sendId, keyId: key.id };
  return { ...line, hash: hashOfLine(key, head.hash, line) };
}

async function insertLine(transaction: Transaction, line: AuditLine): Promise<void> {
  const { seq, at, event, provider, account, action, recipients, code, sendId, keyId, hash } = line;
  await transaction.query(
    `INSERT INTO audit_lines (${lineColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [seq, at, event, provider, account, action, recipients, code, sendId, keyId, hash],
  );
}
