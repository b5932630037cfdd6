import type { WebhookCall } from '../contract.ts';
import type { Origin } from '../gateway/provider.ts';

// As the wire has them (OpenAPI: message_enum_status), without those of channels that the sandbox does not have.
type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'received';

export interface MediaRecord {
  readonly sid: string;
  readonly url: string;
  readonly contentType: string;
  readonly createdAt: number;
}

/** One message as Twilio remembers it. A value: a change replaces it. Times in milliseconds since 1970. */
export interface MessageRecord {
  readonly sid: string;
  /** Rising with time: what pages go by. */
  readonly sequence: number;
  readonly accountSid: string;
  readonly direction: 'outbound-api' | 'outbound-reply' | 'inbound';
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly media: readonly MediaRecord[];
  readonly messagingServiceSid: string | null;
  readonly status: MessageStatus;
  readonly errorCode: number | null;
  readonly segments: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly sentAt: number | null;
  /** When a scheduled one leaves. */
  readonly sendAt: number | null;
  readonly statusCallback: string | null;
  /** The message on the phone; `null` where it is on none: scheduled, canceled, received by the app. */
  readonly messageId: number | null;
  readonly origin: Origin;
  readonly webhooks: readonly WebhookCall[];
}

const ended: readonly MessageStatus[] = [
  'delivered',
  'undelivered',
  'failed',
  'canceled',
  'received',
];

/** Only what has ended can be redacted or deleted. */
export function hasEnded({ status }: MessageRecord): boolean {
  return ended.includes(status);
}
