import { randomBytes } from 'node:crypto';
import type { BeginOptions, BeginResult, LedgerRecipient, SendSummary } from '@jeonbo/core/ledger';
import { appendLines } from '../audit/append-lines.ts';
import type { Transaction } from '../database/database.ts';
import { jsonRows } from '../database/json-rows.ts';
import { accountLock, type LedgerContext, payerLock } from './context.ts';
import { findPrior } from './find-prior.ts';
import { type Identities, identitiesOf } from './identities.ts';
import { maskRecipient } from './mask-recipient.ts';
import { storable } from './storable.ts';
import { countUsage } from './usage.ts';

/** See SendLedger.begin. One transaction: of two that begin the same together, the second sees the first. */
export async function begin(
  context: LedgerContext,
  key: string | null,
  summary: SendSummary,
  options: BeginOptions = {},
): Promise<BeginResult> {
  const { provider, account, payer, kind, action = `send ${kind}` } = summary;
  const { limit } = options;
  // Hashing a thousand recipients takes milliseconds: before the lock.
  const identities = identitiesOf(context.keys.ledger, key, summary);
  return context.database.transaction(async (transaction) => {
    // Always in this order, the audit log last: whoever waits holds nothing that the one before could want.
    if (limit) await transaction.lock(payerLock(payer));
    await transaction.lock(accountLock(account));
    const at = context.now();
    const { conflict, ...prior } = await findPrior(transaction, identities, at, options);
    if (conflict) return { state: 'conflict' };

    if (limit && prior.fresh.length > 0) {
      const used = await countUsage(transaction, payer, at - limit.windowMs);
      if (used + prior.fresh.length > limit.max)
        return { state: 'limit-reached', max: limit.max, used };
    }

    const id = randomBytes(16).toString('base64url');
    const recipients = prior.fresh.length;
    const text = context.storeText ? storable(summary.text) : null;
    const [send] = await transaction.query<{ seq: number }>(
      `INSERT INTO ledger_sends (id, provider, account, payer, kind, action, at, recipients, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
      [id, provider, account, payer, kind, action, at, recipients, text],
    );
    if (send && recipients > 0)
      await insertEntries(transaction, { seq: send.seq, at }, summary, identities, prior);
    const event = { event: 'allowed', provider, account, action } as const;
    await appendLines(transaction, context.keys.audit, at, [{ ...event, recipients, sendId: id }]);
    return { state: 'begun', id, ...prior };
  });
}

async function insertEntries(
  transaction: Transaction,
  send: { readonly seq: number; readonly at: number },
  summary: SendSummary,
  identities: readonly Identities[],
  { fresh }: { readonly fresh: readonly number[] },
): Promise<void> {
  const rows = fresh.map((index) => {
    const [{ identity, holder }] = identities[index] as Identities;
    const { name } = summary.recipients[index] as LedgerRecipient;
    return { index, identity, holder, recipient: storable(maskRecipient(name)) };
  });
  await transaction.query(
    `INSERT INTO ledger_entries (send_seq, recipient_index, at, identity, holder, recipient, state)
     SELECT CAST(? AS BIGINT), CAST(value->>'index' AS INTEGER), CAST(? AS BIGINT), value->>'identity',
       value->>'holder', value->>'recipient', 'begun'
     FROM json_each(?)`,
    [send.seq, send.at, jsonRows(rows)],
  );
}
