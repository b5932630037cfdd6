import {
  aggregateStatus,
  type CallOptions,
  countDeliveries,
  type DeliveryReport,
  type DeliveryStatus,
  type MessageReport,
} from '@jeonbo/core';
import type { Message, MessageStatus } from './message-types.ts';
import { requiredSid } from './sid.ts';
import type { TwilioClient } from './types.ts';

/** Twilio's words in core's. One that is not here is under way. */
const words: Readonly<Record<string, DeliveryStatus>> = {
  accepted: 'queued',
  scheduled: 'queued',
  queued: 'queued',
  delivered: 'delivered',
  read: 'delivered',
  received: 'delivered',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
  partially_delivered: 'unknown',
};

/** Status requests under way at once. */
const concurrency = 8;

/** What became of each message; `id` is one sid or several, joined by commas. */
export async function deliveryReport(
  twilio: TwilioClient,
  id: string,
  call?: CallOptions,
): Promise<DeliveryReport> {
  const sids = [...new Set(id.split(','))].map((sid) => requiredSid('message', sid, 'id'));
  const found: Message[] = [];
  for (let start = 0; start < sids.length; start += concurrency) {
    const some = sids.slice(start, start + concurrency);
    found.push(...(await Promise.all(some.map((sid) => twilio.messages.fetch(sid, call)))));
  }
  const messages = found.map(toReport);
  const counts = countDeliveries(messages);
  const [first] = messages;
  const onlyOne = messages.length === 1 ? first?.status : undefined;
  return {
    id,
    status: onlyOne ?? aggregateStatus(counts),
    providerStatus: [...new Set(found.map(({ status }) => status))].join(','),
    counts,
    messages,
  };
}

function toReport({ to, status, errorCode, errorMessage }: Message): MessageReport {
  const reason = [errorCode, errorMessage].filter((part) => part !== null).join(' ');
  return {
    recipient: to ?? '',
    status: toStatus(status),
    providerStatus: status,
    ...(reason && { reason }),
  };
}

function toStatus(status: MessageStatus): DeliveryStatus {
  return words[status] ?? 'sent';
}
