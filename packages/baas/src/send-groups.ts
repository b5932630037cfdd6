import {
  type CallOptions,
  JeonboError,
  type OutboundMessage,
  type Recipient,
  render,
  type SendFailure,
  type SendReceipt,
  sendInChunks,
} from '@jeonbo/core';
import { distinct } from './check.ts';
import { dashed } from './dashed.ts';
import { provider } from './settings.ts';
import type { BaasClient, BaasRecipient, GroupReceipt } from './types.ts';

/** Recipients that get the same text, in one request. */
interface Group {
  readonly text: string;
  readonly recipients: readonly Recipient[];
}

/** Requests under way at once where texts differ by recipient. */
const concurrency = 4;

/** Recipients that the vendor takes in one request. */
export const maxRecipients = 1000;

export function kindOf({ subject, media = [] }: OutboundMessage): 'sms' | 'mms' {
  return subject !== undefined || media.length > 0 ? 'mms' : 'sms';
}

/** The canonical name of a recipient, for the ledger. */
export function nameOf(recipient: Recipient): string {
  return dashed(phoneNumberOf(recipient));
}

/**
 * Sends one request for each distinct text. After an outcome that is unknown, or a refusal that the
 * next request would meet as well, nothing more is started.
 */
export async function sendGroups(
  baas: BaasClient,
  message: OutboundMessage,
  projectId: string | undefined,
  call: CallOptions,
): Promise<SendReceipt> {
  const receipts: GroupReceipt[] = [];
  const accepted: Recipient[] = [];
  const failures = { rejected: [] as SendFailure[], unknown: [] as SendFailure[] };
  let stopped: JeonboError | undefined;

  const send = async ([group]: readonly Group[]) => {
    if (stopped) throw notTried(stopped);
    return sendGroup(baas, message, group as Group, projectId, call);
  };
  const outcomes = sendInChunks(groupsOf(message), 1, send, { concurrency, onUnknown: 'continue' });
  for await (const outcome of outcomes) {
    const recipients = outcome.recipients.flatMap((group) => group.recipients);
    if (outcome.state === 'accepted') {
      receipts.push(outcome.receipt);
      accepted.push(...recipients);
      continue;
    }
    const { error, state } = outcome;
    failures[state].push(...recipients.map((recipient) => ({ recipient, error })));
    if (stopsTheRest(error)) stopped ??= error;
  }

  const [failure] = [...failures.unknown, ...failures.rejected];
  if (accepted.length === 0 && failure) throw failure.error;
  return {
    provider,
    id: receipts.map(({ groupId }) => groupId).join(','),
    accepted,
    ...failures,
    duplicate: false,
    warnings: distinct(receipts.flatMap(({ warnings }) => warnings)),
    raw: receipts.map(({ raw }) => raw),
  };
}

function sendGroup(
  baas: BaasClient,
  message: OutboundMessage,
  { text, recipients }: Group,
  projectId: string | undefined,
  call: CallOptions,
): Promise<GroupReceipt> {
  const shared = {
    recipients: recipients.map(toBaas),
    message: text,
    callbackNumber: message.from ?? '',
    ...(projectId !== undefined && { projectId }),
  };
  if (kindOf(message) === 'sms') return baas.sms.send(shared, call);
  const imageUrls = (message.media ?? []).map(String);
  return baas.mms.send({ ...shared, subject: message.subject ?? '', imageUrls }, call);
}

function phoneNumberOf(recipient: Recipient): string {
  if (recipient !== 'me' && 'phoneNumber' in recipient) return recipient.phoneNumber;
  throw new JeonboError('NOT_SUPPORTED', 'BaaS sends to phone numbers only.', {
    provider,
    field: 'to',
  });
}

/** The vendor wants a member code; where the caller has none, the number is one. */
function toBaas(recipient: Recipient): BaasRecipient {
  const phoneNumber = dashed(phoneNumberOf(recipient));
  const given = recipient === 'me' ? undefined : recipient.memberCode;
  return { phoneNumber, memberCode: given ?? phoneNumber.replaceAll('-', '') };
}

function groupsOf({ to, text }: OutboundMessage): Group[] {
  const byText = Map.groupBy(to, (recipient) =>
    render(text, recipient === 'me' ? undefined : recipient.variables),
  );
  return [...byText].map(([filled, recipients]) => ({ text: filled, recipients }));
}

/** A fault of one request's content says nothing of the next; a refused key, a limit or a doubt does. */
function stopsTheRest({ status, mayHaveBeenSent }: JeonboError): boolean {
  return mayHaveBeenSent || !(status === 400 || status === 409 || status === 422);
}

function notTried(cause: JeonboError): JeonboError {
  const message = `Not sent: an earlier part of this send ended with ${cause.code}.`;
  return new JeonboError('CANCELED', message, { provider, cause });
}
