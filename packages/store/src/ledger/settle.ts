import { type ErrorCode, JeonboError } from '@jeonbo/core';
import type { AuditEvent, SendOutcome } from '@jeonbo/core/ledger';
import { appendLines } from '../audit/append-lines.ts';
import type { Row, Transaction } from '../database/database.ts';
import { jsonRows } from '../database/json-rows.ts';
import { accountLock, type LedgerContext } from './context.ts';
import { storable } from './storable.ts';

type State = 'accepted' | 'rejected' | 'unknown';

interface Change {
  readonly index: number;
  readonly state: State;
  readonly providerId: string | null;
  readonly code: ErrorCode | null;
}

interface SendRow extends Row {
  seq: number;
  provider: string;
  account: string;
  action: string;
}

/** See SendLedger.settle. All of an outcome is noted, or, where a part of it is wrong, nothing. */
export async function settle(
  context: LedgerContext,
  id: string,
  outcome: SendOutcome,
): Promise<void> {
  const changes = changesOf(outcome);
  await context.database.transaction(async (transaction) => {
    const [send] = await transaction.query<SendRow>(
      'SELECT seq, provider, account, action FROM ledger_sends WHERE id = ?',
      [id],
    );
    if (!send) throw new JeonboError('NOT_FOUND', 'The ledger has no send with this id.');
    await transaction.lock(accountLock(send.account));
    await demandEntries(transaction, send.seq, changes);
    const changed = await writeChanges(transaction, send.seq, changes);
    const events = eventsOf(changed, send, id);
    await appendLines(transaction, context.keys.audit, context.now(), events);
  });
}

function changesOf({ accepted = [], rejected = [], unknown = [] }: SendOutcome): readonly Change[] {
  const changes: Change[] = [
    ...accepted.map(({ index, providerId }) => ({
      index,
      state: 'accepted' as const,
      providerId: storable(providerId),
      code: null,
    })),
    ...rejected.map(({ index, code }) => ({
      index,
      state: 'rejected' as const,
      providerId: null,
      code,
    })),
    ...unknown.map(({ index, code }) => ({
      index,
      state: 'unknown' as const,
      providerId: null,
      code,
    })),
  ];
  const seen = new Set<number>();
  for (const { index } of changes) {
    if (seen.has(index)) throw wrongIndex(`The outcome names recipient ${index} twice.`);
    seen.add(index);
  }
  return changes;
}

async function demandEntries(
  transaction: Transaction,
  sendSeq: number,
  changes: readonly Change[],
): Promise<void> {
  const rows = await transaction.query<{ recipient_index: number }>(
    'SELECT recipient_index FROM ledger_entries WHERE send_seq = ?',
    [sendSeq],
  );
  const begun = new Set(rows.map((row) => row.recipient_index));
  const stranger = changes.find(({ index }) => !begun.has(index));
  if (stranger)
    throw wrongIndex(
      `Recipient ${stranger.index} was not begun with this send (it was not fresh).`,
    );
}

/** Accepted is final: whatever comes later, the message has left. Answers the changes that were made. */
async function writeChanges(
  transaction: Transaction,
  sendSeq: number,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  // Joined on both columns of the primary key: with the send's number outside the join, SQLite reads all for each.
  const rows = await transaction.query<{ recipient_index: number }>(
    `UPDATE ledger_entries SET state = change.value->>'state', provider_id = change.value->>'providerId',
       code = change.value->>'code'
     FROM json_each(?) AS change
     WHERE ledger_entries.send_seq = CAST(change.value->>'sendSeq' AS BIGINT)
       AND ledger_entries.recipient_index = CAST(change.value->>'index' AS INTEGER)
       AND ledger_entries.state <> 'accepted' AND ledger_entries.state <> change.value->>'state'
     RETURNING recipient_index`,
    [jsonRows(changes.map((change) => ({ ...change, sendSeq })))],
  );
  // Kept beside the send, so that counting for the limit reads one row a send.
  await transaction.query(
    `UPDATE ledger_sends SET rejected =
       (SELECT COUNT(*) FROM ledger_entries WHERE send_seq = ? AND state = 'rejected') WHERE seq = ?`,
    [sendSeq, sendSeq],
  );
  const written = new Set(rows.map((row) => row.recipient_index));
  return changes.filter(({ index }) => written.has(index));
}

const eventNames = { accepted: 'sent', rejected: 'rejected', unknown: 'unknown' } as const;

/** One line for each outcome and code, in the order they first came. */
function eventsOf(changes: readonly Change[], send: SendRow, sendId: string): AuditEvent[] {
  const { provider, account, action } = send;
  const counts = new Map<string, { state: State; code: ErrorCode | null; recipients: number }>();
  for (const { state, code } of changes) {
    const count = counts.get(`${state} ${code}`) ?? { state, code, recipients: 0 };
    count.recipients += 1;
    counts.set(`${state} ${code}`, count);
  }
  return [...counts.values()].map(({ state, code, recipients }) => ({
    event: eventNames[state],
    provider,
    account,
    action,
    recipients,
    ...(code && { code }),
    sendId,
  }));
}

function wrongIndex(message: string): JeonboError {
  return new JeonboError('VALIDATION_ERROR', `${message} Nothing was noted.`, { field: 'outcome' });
}
