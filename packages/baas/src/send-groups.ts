import {
  type CallOptions,
  JeonboError,
  type OutboundMessage,
  type Recipient,
  render,
  type SendReceipt,
  sendParts,
} from '@jeonbo/core';
import { dashed } from './dashed.ts';
import { provider } from './settings.ts';
import type { BaasClient, BaasRecipient, GroupReceipt } from './types.ts';

/** Recipients that get the same text, in one request. */
interface Group {
  readonly text: string;
  readonly recipients: readonly Recipient[];
}

/** Recipients that the vendor takes in one request. */
export const maxRecipients = 1000;

export function kindOf({ subject, media = [] }: OutboundMessage): 'sms' | 'mms' {
  return subject !== undefined || media.length > 0 ? 'mms' : 'sms';
}

/** The canonical name of a recipient, for the ledger. */
export function nameOf(recipient: Recipient): string {
  return dashed(phoneNumberOf(recipient));
}

/** Sends one request for each distinct text. */
export function sendGroups(
  baas: BaasClient,
  message: OutboundMessage,
  projectId: string | undefined,
  call: CallOptions,
): Promise<SendReceipt> {
  const send = (group: Group) => sendGroup(baas, message, group, projectId, call);
  return sendParts(provider, groupsOf(message), send, ({ groupId }) => groupId);
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
