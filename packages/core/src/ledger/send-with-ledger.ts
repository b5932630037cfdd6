import { JeonboError } from '../error.ts';
import type { Issue } from '../issue.ts';
import type {
  OutboundMessage,
  ReceiptPart,
  Recipient,
  SendFailure,
  SendReceipt,
} from '../messages.ts';
import { joinParts, partsOf } from '../receipt-parts.ts';
import { render } from '../render.ts';
import type {
  BeginOptions,
  BeginResult,
  LedgerRecipient,
  PriorEntry,
  SendLedger,
  SendOutcome,
  SendSummary,
} from './ledger.ts';

export interface LedgeredSend extends Omit<SendSummary, 'recipients' | 'text'> {
  readonly ledger: SendLedger;
  /** The canonical name of a recipient (see {@link LedgerRecipient.name}). */
  readonly nameOf: (recipient: Recipient) => string;
  readonly options?: BeginOptions;
}

/**
 * Sends a message once: notes the intention, sends to those who did not get it before, notes the outcome.
 *
 * @throws JeonboError `DELIVERY_UNKNOWN` where all recipients are in doubt, `SEND_LIMIT_REACHED`, `DUPLICATE_SEND`
 *   where the key belongs to another content, and whatever `send` throws; its `receipt` tells of those too who were not
 *   sent to now, because an earlier send reached them or may have
 */
export async function sendWithLedger(
  entry: LedgeredSend,
  message: OutboundMessage,
  send: (message: OutboundMessage) => Promise<SendReceipt>,
): Promise<SendReceipt> {
  const { ledger, nameOf, options, ...who } = entry;
  const { provider } = who;
  const { recipients, names, warnings } = withoutRepeats(message, nameOf);
  const begun = await ledger.begin(
    message.idempotencyKey ?? null,
    { ...who, recipients: names, text: message.text },
    options,
  );
  if (begun.state !== 'begun') throw refusal(begun, provider);

  const before = begun.duplicates.map(({ index, providerId }) => ({
    id: providerId ?? '',
    recipients: [recipients[index] as Recipient],
  }));
  const doubts = begun.inDoubt.map((prior) => inDoubt(recipients, prior, provider));
  if (begun.fresh.length === 0) {
    const [doubt] = doubts;
    if (doubt && before.length === 0) throw doubt.error;
    return {
      provider,
      ...joinParts(before),
      rejected: [],
      unknown: doubts,
      duplicate: true,
      warnings,
      raw: null,
    };
  }

  const fresh = new Map(begun.fresh.map((index) => [recipients[index] as Recipient, index]));
  const to = [...fresh.keys()];
  const receipt = await send({ ...message, to }).catch(async (error: unknown) => {
    // The send's own error is what the caller must see, whether or not it can be noted.
    await ledger.settle(begun.id, failureOutcome(fresh, error)).catch(() => {});
    throw withEarlier(error, before, doubts);
  });
  const noted = await ledger.settle(begun.id, receiptOutcome(fresh, receipt)).then(
    () => [],
    // An error here would invite a second send of what the provider took.
    () => [notNoted],
  );
  return {
    ...receipt,
    ...joinParts([...partsOf(receipt), ...before]),
    unknown: [...doubts, ...receipt.unknown],
    warnings: [...warnings, ...receipt.warnings, ...noted],
  };
}

/** Nobody was accepted now, but the whole message has more recipients than those. */
function withEarlier(
  error: unknown,
  before: readonly ReceiptPart[],
  doubts: readonly SendFailure[],
): unknown {
  if (!JeonboError.is(error) || !error.receipt || before.length + doubts.length === 0) return error;
  const { code, message, cause, receipt } = error;
  const unknown = [...doubts, ...receipt.unknown];
  return new JeonboError(code, message, {
    ...error,
    cause,
    receipt: { ...receipt, ...joinParts([...partsOf(receipt), ...before]), unknown },
  });
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

/** Recipients by identity, as the provider's client hands them back. */
type Indexes = ReadonlyMap<Recipient, number>;

function failureOutcome(indexes: Indexes, error: unknown): SendOutcome {
  const known = JeonboError.is(error) ? error : undefined;
  if (known?.receipt) return receiptOutcome(indexes, known.receipt);
  // An error of unknown kind may come from anywhere, so the message may have left.
  const code = known?.code ?? 'INTERNAL_ERROR';
  const failed = [...indexes.values()].map((index) => ({ index, code }));
  return known?.mayHaveBeenSent === false ? { rejected: failed } : { unknown: failed };
}

function receiptOutcome(indexes: Indexes, receipt: SendReceipt): SendOutcome {
  const entryOf = <Facts extends object>(recipient: Recipient, facts: Facts) => {
    const index = indexes.get(recipient);
    return index === undefined ? [] : [{ index, ...facts }];
  };
  const failures = (list: readonly SendFailure[]) =>
    list.flatMap(({ recipient, error: { code } }) => entryOf(recipient, { code }));
  return {
    accepted: partsOf(receipt).flatMap(({ id: providerId, recipients }) =>
      recipients.flatMap((recipient) => entryOf(recipient, { providerId })),
    ),
    rejected: failures(receipt.rejected),
    unknown: failures(receipt.unknown),
  };
}
