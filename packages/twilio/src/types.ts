import type { BulkOptions, BulkOutcome, CallOptions, CheckResult } from '@jeonbo/core';
import type { HttpHooks } from '@jeonbo/core/http';
import type { SendLedger } from '@jeonbo/core/ledger';
import type {
  Feedback,
  Media,
  MediaFilter,
  Message,
  MessageChange,
  MessageFilter,
  MessageInput,
  SentMessage,
} from './message-types.ts';

/** Where Twilio processes and keeps the data: United States, Ireland, Australia. Each has credentials of its own. */
export type TwilioRegion = 'us1' | 'ie1' | 'au1';

export interface TwilioClientOptions extends HttpHooks {
  /** `AC…`. Default: the environment variable `TWILIO_ACCOUNT_SID`, read at the first call. */
  readonly accountSid?: string;
  /** Default: `TWILIO_AUTH_TOKEN`. */
  readonly authToken?: string;
  /** `SK…`, with {@link apiSecret} in place of the auth token. Default: `TWILIO_API_KEY`. */
  readonly apiKey?: string;
  /** Default: `TWILIO_API_SECRET`. */
  readonly apiSecret?: string;
  /** Default: none, which is `us1`. The edge in the host follows from it, as Twilio wants it since April 2026. */
  readonly region?: TwilioRegion;
  /** Default: the host of the region, else `TWILIO_API_BASE_URL`, else `https://api.twilio.com`. */
  readonly baseUrl?: string;
  /** For one request, in milliseconds. Default 30000. */
  readonly timeoutMs?: number;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
  /** Waits and repeats what was refused with 429, as Twilio did not process it. Default `true`. */
  readonly retryOn429?: boolean;
  /** Where sends with an idempotency key are noted. Default: in memory. */
  readonly ledger?: SendLedger;
}

export interface SendManyOptions extends BulkOptions, Omit<MessageInput, 'to'> {}

/** What became of one recipient of `sendMany`. */
export type SendOutcome = BulkOutcome<string, SentMessage>;

export interface TwilioCheckInput extends Omit<MessageInput, 'to'> {
  /** What is checked for Korea is checked where one of them is there. */
  readonly to?: string | readonly string[];
}

/** Twilio's API as it is. For code that may change provider see `createMessageClient`. */
export interface TwilioClient {
  readonly messages: {
    create(input: MessageInput, options?: CallOptions): Promise<SentMessage>;
    fetch(sid: string, options?: CallOptions): Promise<Message>;
    /** Newest first, one request a page, the next one when you get there. */
    list(filter?: MessageFilter, options?: CallOptions): AsyncGenerator<Message, void, undefined>;
    update(sid: string, change: MessageChange, options?: CallOptions): Promise<Message>;
    /** Removes the text at Twilio; the message's other facts stay. */
    redact(sid: string, options?: CallOptions): Promise<Message>;
    /** Cancels a message that is scheduled and did not leave yet. */
    cancel(sid: string, options?: CallOptions): Promise<Message>;
    delete(sid: string, options?: CallOptions): Promise<void>;
  };
  readonly media: {
    list(
      messageSid: string,
      filter?: MediaFilter,
      options?: CallOptions,
    ): AsyncGenerator<Media, void, undefined>;
    fetch(messageSid: string, sid: string, options?: CallOptions): Promise<Media>;
    delete(messageSid: string, sid: string, options?: CallOptions): Promise<void>;
  };
  readonly feedback: {
    /** For messages sent with `provideFeedback`. */
    create(
      messageSid: string,
      outcome: 'confirmed' | 'unconfirmed',
      options?: CallOptions,
    ): Promise<Feedback>;
  };
  /** Everything that can be known without a network. */
  check(input: TwilioCheckInput): CheckResult;
  /** Any number of recipients in constant memory, one request and one outcome each. */
  sendMany(
    recipients: Iterable<string> | AsyncIterable<string>,
    options: SendManyOptions,
  ): AsyncGenerator<SendOutcome, void, undefined>;
  /** The account this client sends for, where it is known. */
  readonly accountSid: string | undefined;
  /** The ledger it was given. */
  readonly ledger: SendLedger | undefined;
}

export interface MessageClientOptions {
  /** Sender where a message names none. Default: `TWILIO_PHONE_NUMBER`. */
  readonly from?: string;
  /** `MG…`; needed where messages are scheduled. Default: `TWILIO_MESSAGING_SERVICE_SID`. */
  readonly messagingServiceSid?: string;
  /** Where Twilio tells each change of the status. */
  readonly statusCallback?: string | URL;
}
