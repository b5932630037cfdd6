import { segments } from '@jeonbo/core/text';
import type { Content } from './check-content.ts';
import { mediaTypeOf } from './media-type.ts';
import type { MessageRecord } from './record.ts';
import { newSid } from './state.ts';

type Given = Pick<MessageRecord, 'accountSid' | 'direction' | 'from' | 'to' | 'origin' | 'status'> &
  Partial<Pick<MessageRecord, 'messagingServiceSid' | 'sendAt' | 'statusCallback'>>;

/** A message at its beginning. */
export function newRecord(
  given: Given,
  { body, mediaUrls }: Content,
  now: number,
): Omit<MessageRecord, 'sequence'> {
  return {
    messagingServiceSid: null,
    sendAt: null,
    statusCallback: null,
    ...given,
    sid: newSid(mediaUrls.length > 0 ? 'MM' : 'SM'),
    body,
    media: mediaUrls.map((url) => ({
      sid: newSid('ME'),
      url,
      contentType: mediaTypeOf(url),
      createdAt: now,
    })),
    // An MMS is charged as one, however long its text.
    segments: mediaUrls.length > 0 ? 1 : segments(body).segments,
    errorCode: null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    messageId: null,
    webhooks: [],
  };
}
