import { JeonboError } from '../error.ts';
import type { Issue } from '../issue.ts';
import type { OutboundMessage, Recipient, SendFailure, SendReceipt } from '../messages.ts';
import { render } from '../render.ts';
import type {
  BeginOptions,
  BeginResult,
  LedgerRecipient,
  PriorEntry,
  SendLedger,
  SendOutcome,
} from './ledger.ts';

export interface LedgeredSend {
  readonly ledger: SendLedger;
  readonly provider: string;
  readonly account: string;
  readonly kind: string;
  /** The canonical name of a recipient (see {@link LedgerRecipient.name}). */
  readonly nameOf: (recipient: Recipient) => string;
  readonly options?: BeginOptions;
}

/**
 * Sends a message once: notes the intention, sends to those who did not get it before, notes the outcome.
 *
 * @throws JeonboError `DELIVERY_UNKNOWN` where all recipients are in doubt, `SEND_LIMIT_REACHED`, `DUPLICATE_SEND`
 *   where the key belongs to another content, and whatever `send` throws
 */
export async function sendWithLedger(
  entry: LedgeredSend,
  message: OutboundMessage,
  send: (message: OutboundMessage) => Promise<SendReceipt>,
): Promise<SendReceipt> {
  const { ledger, provider, account, kind, nameOf } = entry;
  const { recipients, names, warnings } = withoutRepeats(message, nameOf);
  const begun = await ledger.begin(
    message.idempotencyKey ?? null,
    { provider, account, kind, recipients: names, text: message.text },
    entry.options,
  );
  if (begun.state !== 'begun') throw refusal(begun, provider);

  const before = {
    accepted: begun.duplicates.map(({ index }) => recipients[index] as Recipient),
    unknown: begun.inDoubt.map((prior) => inDoubt(recipients, prior, provider)),
  };
  if (begun.fresh.length === 0) {
    const [doubt] = before.unknown;
    if (doubt && before.accepted.length === 0) throw doubt.error;
    return {
      provider,
      id: idOf(begun.duplicates),
      ...before,
      rejected: [],
      duplicate: true,
      warnings,
      raw: null,
    };
  }

  const fresh = begun.fresh.map((index) => recipients[index] as Recipient);
  const receipt = await send({ ...message, to: fresh }).catch(async (error: unknown) => {
    // The send's own error is what the caller must see, whether or not it can be noted.
    const failed = JeonboError.is(error) && error.receipt;
    const outcome = failed
      ? receiptOutcome(recipients, begun.fresh, failed)
      : failureOutcome(begun.fresh, error);
    await ledger.settle(begun.id, outcome).catch(() => {});
    throw error;
  });
  const outcome = receiptOutcome(recipients, begun.fresh, receipt);
  const noted = await ledger.settle(begun.id, outcome).then(
    () => [],
    // An error here would invite a second send of what the provider took.
    () => [notNoted],
  );
  return {
    ...receipt,
    id: [receipt.id, idOf(begun.duplicates)].filter(Boolean).join(','),
    accepted: [...before.accepted, ...receipt.accepted],
    unknown: [...before.unknown, ...receipt.unknown],
    warnings: [...warnings, ...receipt.warnings, ...noted],
  };
}

const notNoted: Issue = {
  code: 'LEDGER_NOT_SETTLED',
  field: '',
  message: 'Accepted by the provider, but the ledger could not note it. Do not send it again.',
};

function withoutRepeats(message: OutboundMessage, nameOf: (recipient: Recipient) => string) {
  const seen = new Set<string>();
  const recipients: Recipient[] = [];
  const names: LedgerRecipient[] = [];
  const warnings: Issue[] = [];
  for (const [index, recipient] of message.to.entries()) {
    const name = nameOf(recipient);
    const content = contentOf(message, recipient);
    const identity = JSON.stringify([name, content]);
    if (seen.has(identity)) {
      warnings.push({
        code: 'DUPLICATE_RECIPIENT',
        field: `to[${index}]`,
        message: 'This recipient is listed more than once; it is sent once.',
      });
      continue;
    }
    seen.add(identity);
    recipients.push(recipient);
    names.push({ name, content });
  }
  return { recipients, names, warnings };
}

/** What makes two messages to one recipient the same. */
function contentOf(message: OutboundMessage, recipient: Recipient): string {
  const { text, subject, from, media, scheduleAt } = message;
  const variables = recipient === 'me' ? undefined : recipient.variables;
  return JSON.stringify([render(text, variables), subject, from, media?.map(String), scheduleAt]);
}

function idOf(entries: readonly PriorEntry[]): string {
  return [...new Set(entries.map(({ providerId }) => providerId).filter(Boolean))].join(',');
}

function inDoubt(
  recipients: readonly Recipient[],
  { index, at }: PriorEntry,
  provider: string,
): SendFailure {
  const since = new Date(at).toISOString();
  const error = new JeonboError(
    'DELIVERY_UNKNOWN',
    `An earlier send of this message, begun at ${since}, has no known outcome. It was not sent again.`,
    { provider, mayHaveBeenSent: true, details: { since } },
  );
  return { recipient: recipients[index] as Recipient, error };
}

function refusal(begun: Exclude<BeginResult, { state: 'begun' }>, provider: string): JeonboError {
  if (begun.state === 'conflict')
    return new JeonboError(
      'DUPLICATE_SEND',
      'This idempotency key was used for another content. Use a new key for a new message.',
      { provider, field: 'idempotencyKey' },
    );
  const { max, used } = begun;
  return new JeonboError(
    'SEND_LIMIT_REACHED',
    `The limit is ${max} recipients; ${used} are used. Nothing was sent.`,
    { provider, field: 'to', details: { max, used } },
  );
}

function failureOutcome(indexes: readonly number[], error: unknown): SendOutcome {
  // An error of unknown kind may come from anywhere, so the message may have left.
  if (!JeonboError.is(error)) return { unknown: all(indexes, 'INTERNAL_ERROR') };
  return error.mayHaveBeenSent
    ? { unknown: all(indexes, error.code) }
    : { rejected: all(indexes, error.code) };
}

function all(indexes: readonly number[], code: JeonboError['code']) {
  return indexes.map((index) => ({ index, code }));
}

function receiptOutcome(
  recipients: readonly Recipient[],
  fresh: readonly number[],
  receipt: SendReceipt,
): SendOutcome {
  const indexes = new Map(fresh.map((index) => [recipients[index] as Recipient, index]));
  const failures = (list: readonly SendFailure[]) =>
    list.flatMap(({ recipient, error }) => {
      const index = indexes.get(recipient);
      return index === undefined ? [] : [{ index, code: error.code }];
    });
  return {
    accepted: receipt.accepted.flatMap((recipient) => {
      const index = indexes.get(recipient);
      return index === undefined ? [] : [{ index, providerId: receipt.id }];
    }),
    rejected: failures(receipt.rejected),
    unknown: failures(receipt.unknown),
  };
}
