import { JeonboError } from './error.ts';
import type { SendLedger } from './ledger/ledger.ts';
import { createMemoryLedger } from './ledger/memory-ledger.ts';
import { sendWithLedger } from './ledger/send-with-ledger.ts';
import type {
  CallOptions,
  Capabilities,
  DeliveryReport,
  MessageClient,
  OutboundMessage,
  Recipient,
  SendReceipt,
} from './messages.ts';
import { parsePhoneNumber } from './phone/index.ts';
import { joinParts, partsOf } from './receipt-parts.ts';
import { aggregateStatus, countDeliveries } from './report.ts';

export interface FirstOfOptions {
  /**
   * Where sends with an idempotency key are noted, for all clients together: what one of them sent, no other sends again.
   * Default: in memory.
   */
  readonly ledger?: SendLedger;
}

/**
 * One client made of several: a send moves on to the next only where the one before certainly sent nothing
 * (`mayHaveBeenSent` is false). Recipients that the first one rejected are not tried elsewhere; a receipt is an answer.
 *
 * Ids carry the position of the client that sent, so that `status()` asks that one.
 *
 * @example const client = firstOf([createMessageClient(baas), createTwilioMessages(twilio)]);
 */
export function firstOf(
  clients: readonly MessageClient[],
  { ledger = createMemoryLedger() }: FirstOfOptions = {},
): MessageClient {
  const [first] = clients;
  if (!first)
    throw new JeonboError('VALIDATION_ERROR', 'firstOf needs at least one client.', {
      field: 'clients',
    });
  const provider = clients.map((client) => client.provider).join('|');
  return {
    provider,
    capabilities: sharedCapabilities(first, clients),
    async send(message, options) {
      if (message.idempotencyKey === undefined) return sendByFirst(clients, message, options);
      const entry = { ledger, provider, account: '', payer: '', kind: 'any', nameOf };
      // The key stays out here: each client alone would not know what another one sent.
      return sendWithLedger(entry, message, ({ idempotencyKey: _, ...part }) =>
        sendByFirst(clients, part, options),
      );
    },
    status: (id, options) => askSenders(clients, id, options),
    check: (message) => first.check(message),
  };
}

async function sendByFirst(
  clients: readonly MessageClient[],
  message: OutboundMessage,
  options: CallOptions | undefined,
): Promise<SendReceipt> {
  let last: unknown;
  for (const [index, client] of clients.entries()) {
    try {
      const receipt = await client.send(message, options);
      const own = (id: string) => id.replace(/[^,]+/g, (one) => `${index}:${one}`);
      const parts = partsOf(receipt).map((part) => ({ ...part, id: own(part.id) }));
      return { ...receipt, ...joinParts(parts) };
    } catch (error) {
      last = error;
      if (!JeonboError.is(error) || error.mayHaveBeenSent || error.code === 'CANCELED') throw error;
    }
  }
  throw last;
}

async function askSenders(
  clients: readonly MessageClient[],
  id: string,
  options: CallOptions | undefined,
): Promise<DeliveryReport> {
  const byClient = Map.groupBy(id.split(','), (one) => one.slice(0, one.indexOf(':')));
  const reports = await Promise.all(
    [...byClient].map(([index, ids]) => {
      const client = /^\d+$/.test(index) ? clients[Number(index)] : undefined;
      if (client)
        return client.status(ids.map((one) => one.slice(index.length + 1)).join(','), options);
      throw new JeonboError(
        'NOT_FOUND',
        'This id is not from this client. Use the id of its receipt.',
        { field: 'id' },
      );
    }),
  );
  const [report] = reports;
  if (report && reports.length === 1) return { ...report, id };
  const messages = reports.flatMap((one) => one.messages);
  const counts = countDeliveries(messages);
  const providerStatus = reports.map((one) => one.providerStatus).join(',');
  return { id, status: aggregateStatus(counts), providerStatus, counts, messages };
}

/** What all of them can do. */
function sharedCapabilities(first: MessageClient, clients: readonly MessageClient[]): Capabilities {
  const all = clients.map(({ capabilities }) => capabilities);
  return {
    recipients: first.capabilities.recipients.filter((kind) =>
      all.every(({ recipients }) => recipients.includes(kind)),
    ),
    maxRecipientsPerRequest: Math.min(...all.map((one) => one.maxRecipientsPerRequest)),
    maxTextLength: Math.min(...all.map((one) => one.maxTextLength)),
    maxMedia: Math.min(...all.map((one) => one.maxMedia)),
    subject: all.every((one) => one.subject),
    schedule: all.every((one) => one.schedule),
    deliveryReports: all.every((one) => one.deliveryReports),
  };
}

/** One person is one, however the number is written. */
function nameOf(recipient: Recipient): string {
  if (recipient === 'me') return 'me';
  if ('kakaoUuid' in recipient) return recipient.kakaoUuid;
  return parsePhoneNumber(recipient.phoneNumber)?.e164 ?? recipient.phoneNumber;
}
