import { errorMessageOf } from './outcomes.ts';
import type { MediaRecord, MessageRecord } from './record.ts';

export const apiVersion = '2010-04-01';

/** Twilio's example price of one segment in the USA. */
const pricePerSegment = 0.0075;

export function messagesPath(accountSid: string): string {
  return `/${apiVersion}/Accounts/${accountSid}/Messages`;
}

/** A message with all twenty properties, as the wire has them: numbers as strings, dates by RFC 2822, relative URIs. */
export function messageResource(record: MessageRecord): Readonly<Record<string, unknown>> {
  const { sid, accountSid, status, errorCode, segments, sentAt } = record;
  const path = `${messagesPath(accountSid)}/${sid}`;
  // A messaging service picks the sender, and counts, only when the message leaves its queue.
  const isWaiting = status === 'accepted' || status === 'scheduled' || status === 'canceled';
  const isPriced = sentAt !== null && record.direction !== 'inbound';
  return {
    account_sid: accountSid,
    api_version: apiVersion,
    body: record.body,
    date_created: rfc2822(record.createdAt),
    date_sent: rfc2822(sentAt),
    date_updated: rfc2822(record.updatedAt),
    direction: record.direction,
    error_code: errorCode,
    error_message: errorMessageOf(errorCode),
    from: isWaiting ? null : record.from,
    messaging_service_sid: record.messagingServiceSid,
    num_media: String(record.media.length),
    num_segments: isWaiting ? '0' : String(segments),
    price: isPriced ? (-pricePerSegment * segments).toFixed(5) : null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${path}/Media.json`, feedback: `${path}/Feedback.json` },
    to: record.to,
    uri: `${path}.json`,
  };
}

export function mediaResource(
  record: MessageRecord,
  media: MediaRecord,
): Readonly<Record<string, unknown>> {
  const { sid, accountSid } = record;
  return {
    account_sid: accountSid,
    content_type: media.contentType,
    date_created: rfc2822(media.createdAt),
    date_updated: rfc2822(media.createdAt),
    parent_sid: sid,
    sid: media.sid,
    uri: `${messagesPath(accountSid)}/${sid}/Media/${media.sid}.json`,
  };
}

/** `Thu, 24 Aug 2023 05:01:45 +0000` */
export function rfc2822(time: number): string;
export function rfc2822(time: number | null): string | null;
export function rfc2822(time: number | null): string | null {
  return time === null ? null : new Date(time).toUTCString().replace('GMT', '+0000');
}
