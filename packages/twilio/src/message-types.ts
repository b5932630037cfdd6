import type { Issue } from '@jeonbo/core';

/** What is sent, in Twilio's own names. Give `from`, `messagingServiceSid` or both; and `body`, `mediaUrl` or `contentSid`. */
export interface MessageInput {
  /** E.164, a Korean number in any common form, or a channel address (`whatsapp:+14155550123`). */
  readonly to: string;
  /** Your Twilio number, short code, alphanumeric sender or channel address. Default: `TWILIO_PHONE_NUMBER`. */
  readonly from?: string;
  /** `MG…`. Default: `TWILIO_MESSAGING_SERVICE_SID`. */
  readonly messagingServiceSid?: string;
  /** Used where an RCS recipient cannot be reached; needs a messaging service. */
  readonly fallbackFrom?: string;
  /** At most 1600 characters. */
  readonly body?: string;
  /** At most 10 public http(s) addresses. */
  readonly mediaUrl?: readonly (string | URL)[];
  /** `HX…`, a template of Twilio's Content API. */
  readonly contentSid?: string;
  /** Values for the template, by name; as a JSON string it is handed on. */
  readonly contentVariables?: Readonly<Record<string, string>> | string;
  /** Where Twilio tells each change of the status. See `parseStatusCallback`. */
  readonly statusCallback?: string | URL;
  /** `AP…`, whose status callback is used. */
  readonly applicationSid?: string;
  /** Longest time in Twilio's queue, in seconds: 1 to 36000. Twilio's default is 36000. */
  readonly validityPeriod?: number;
  /** 15 minutes to 35 days ahead. Needs a messaging service: without one Twilio would send at once. */
  readonly sendAt?: Date;
  /** Sends as one MMS, with or without media. */
  readonly sendAsMms?: boolean;
  /** Replaces characters that would make the text UCS-2 by similar ones of GSM-7. */
  readonly smartEncoded?: boolean;
  /** Shortens links; needs a messaging service with a domain for it. */
  readonly shortenUrls?: boolean;
  /** You will tell Twilio by `feedback.create` what became of it. */
  readonly provideFeedback?: boolean;
  /** Which try this is, counted over all providers, from 1. */
  readonly attempt?: number;
  /** `discard`: Twilio keeps no text. */
  readonly contentRetention?: 'retain' | 'discard';
  /** `obfuscate`: Twilio keeps no whole number. */
  readonly addressRetention?: 'retain' | 'obfuscate';
  /** Rich actions of channels other than SMS, such as `geo:37.78,-122.39|375 Beale St`. */
  readonly persistentAction?: readonly string[];
  /** `disable` skips the check for SMS pumping. */
  readonly riskCheck?: 'enable' | 'disable';
  readonly trafficType?: 'free';
  /** What the message is for, e.g. `otp`, `notifications`, `marketing`. */
  readonly messageIntent?: string;
}

/** An open union: a word that Twilio adds does not break a caller. */
export type MessageStatus =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'delivered'
  | 'undelivered'
  | 'receiving'
  | 'received'
  | 'accepted'
  | 'scheduled'
  | 'read'
  | 'partially_delivered'
  | 'canceled'
  | (string & Record<never, never>);

export type MessageDirection =
  | 'inbound'
  | 'outbound-api'
  | 'outbound-call'
  | 'outbound-reply'
  | (string & Record<never, never>);

/** A message as Twilio knows it. Every field but the sid and the status may be null. */
export interface Message {
  /** `SM…` or `MM…`. */
  readonly sid: string;
  readonly status: MessageStatus;
  readonly accountSid: string | null;
  readonly messagingServiceSid: string | null;
  readonly direction: MessageDirection | null;
  /** E.164 or a channel address. */
  readonly to: string | null;
  readonly from: string | null;
  /** Empty once it was redacted. */
  readonly body: string | null;
  /** Parts that are charged; 0 while a messaging service still chooses the sender. */
  readonly numSegments: number | null;
  readonly numMedia: number | null;
  /** In {@link priceUnit}, negative where you pay; null until it is known. The exact digits stand in `raw`. */
  readonly price: number | null;
  /** ISO 4217, e.g. `USD`. */
  readonly priceUnit: string | null;
  /** Why it failed: https://www.twilio.com/docs/api/errors. 30003 to 30008 come after it left; send them again only by hand. */
  readonly errorCode: number | null;
  readonly errorMessage: string | null;
  readonly dateCreated: Date | null;
  readonly dateUpdated: Date | null;
  /** When Twilio handed it to the carrier; null before. */
  readonly dateSent: Date | null;
  /** Relative to the API host. */
  readonly uri: string | null;
  /** The answer as it came, with `api_version` and `subresource_uris`. */
  readonly raw: unknown;
}

/** What Twilio took. Accepted is not delivered: ask `messages.fetch(sid)`. */
export interface SentMessage extends Message {
  readonly warnings: readonly Issue[];
  /** Twilio's id of the request, for its support. */
  readonly requestId: string | undefined;
}

export interface MessageFilter {
  readonly to?: string;
  readonly from?: string;
  /** Sent on this day, in UTC: a Date or `YYYY-MM-DD`. */
  readonly dateSent?: Date | string;
  /** Sent then or before. */
  readonly dateSentBefore?: Date | string;
  /** Sent then or after. */
  readonly dateSentAfter?: Date | string;
  /** Messages in all. Default: every one there is, read as you go on. */
  readonly limit?: number;
  /** Messages a request, 1 to 1000. Default: `limit`, else Twilio's 50. */
  readonly pageSize?: number;
}

/** `body: ''` redacts the text, `status: 'canceled'` cancels what is scheduled. */
export type MessageChange =
  | { readonly body: ''; readonly status?: 'canceled' }
  | { readonly body?: ''; readonly status: 'canceled' };

export interface Media {
  /** `ME…`. */
  readonly sid: string;
  /** The message it belongs to. */
  readonly parentSid: string | null;
  readonly accountSid: string | null;
  /** E.g. `image/jpeg`. */
  readonly contentType: string | null;
  readonly dateCreated: Date | null;
  readonly dateUpdated: Date | null;
  /** Relative to the API host; without `.json` it is the file itself. */
  readonly uri: string | null;
  readonly raw: unknown;
}

export interface MediaFilter {
  /** Created on this day, in UTC: a Date or `YYYY-MM-DD`. */
  readonly dateCreated?: Date | string;
  readonly dateCreatedBefore?: Date | string;
  readonly dateCreatedAfter?: Date | string;
  readonly limit?: number;
  /** 1 to 1000. */
  readonly pageSize?: number;
}

export interface Feedback {
  readonly messageSid: string | null;
  readonly accountSid: string | null;
  /** `confirmed`: the recipient did what the message was for, such as typing the code. */
  readonly outcome: 'confirmed' | 'unconfirmed' | (string & Record<never, never>) | null;
  readonly dateCreated: Date | null;
  readonly dateUpdated: Date | null;
  readonly uri: string | null;
  readonly raw: unknown;
}
