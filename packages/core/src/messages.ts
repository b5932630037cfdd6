import type { JeonboError } from './error.ts';
import type { CheckResult, Issue } from './issue.ts';

/** Values for `#{name}` in a text, for one recipient. */
export type TemplateVariables = Readonly<Record<string, string | number>>;

interface RecipientExtras {
  /** The sender's own id of the person (BaaS: member_code). */
  readonly memberCode?: string;
  /** Values for `#{name}` in the text. */
  readonly variables?: TemplateVariables;
}

/** A phone, a KakaoTalk friend, or the logged-in Kakao user. */
export type Recipient =
  | ({ readonly phoneNumber: string } & RecipientExtras)
  | ({ readonly kakaoUuid: string } & RecipientExtras)
  | 'me';

/** A message in the vocabulary that every provider package speaks. */
export interface OutboundMessage {
  readonly to: readonly Recipient[];
  /** May hold `#{name}`; filled per recipient before anything is measured. */
  readonly text: string;
  /** Title of an MMS. */
  readonly subject?: string;
  /** Sender number or service; the client's default where left out. */
  readonly from?: string;
  /** Public addresses of images. */
  readonly media?: readonly URL[];
  /** Said by the caller, never guessed. `ad` is held to the rules for advertising. */
  readonly purpose?: 'transactional' | 'ad' | 'otp';
  /** For `purpose: 'ad'` between 21:00 and 08:00 KST: the recipients agreed to messages at night. */
  readonly nightConsent?: boolean;
  /** When to send, where the provider can. */
  readonly scheduleAt?: Date;
  /** The same key never sends the same content to the same recipient twice. */
  readonly idempotencyKey?: string;
}

export interface SendFailure {
  readonly recipient: Recipient;
  readonly error: JeonboError;
}

export interface ReceiptPart {
  /** One id of the provider. */
  readonly id: string;
  /** Those who were accepted under it. */
  readonly recipients: readonly Recipient[];
}

/** What the provider took. Accepted is not delivered: ask `status()`. */
export interface SendReceipt {
  readonly provider: string;
  /** Hand it to `status()` as it is. It names the provider's own ids, joined by commas where there are several. */
  readonly id: string;
  readonly accepted: readonly Recipient[];
  /** Whose id is which, where a send can have several. An id may come more than once. */
  readonly parts?: readonly ReceiptPart[];
  /** Certainly not sent. */
  readonly rejected: readonly SendFailure[];
  /** May have been sent; never resend these by program. */
  readonly unknown: readonly SendFailure[];
  /** True where nothing left now because the same send was accepted before. */
  readonly duplicate: boolean;
  readonly warnings: readonly Issue[];
  /** The provider's answers as they came. */
  readonly raw: unknown;
}

/** An open union: a word that a later version adds does not break a caller. */
export type DeliveryStatus =
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'unknown'
  | (string & Record<never, never>);

export interface MessageReport {
  /** The recipient as the provider names it. */
  readonly recipient: string;
  readonly status: DeliveryStatus;
  /** The provider's own word. */
  readonly providerStatus: string;
  readonly reason?: string;
}

export interface DeliveryCounts {
  readonly total: number;
  readonly delivered: number;
  readonly failed: number;
  readonly pending: number;
  readonly unknown: number;
}

export interface DeliveryReport {
  readonly id: string;
  /** `delivered` or `failed` only where all are; `queued` or `sent` while any is under way. */
  readonly status: DeliveryStatus;
  readonly providerStatus: string;
  readonly counts: DeliveryCounts;
  readonly messages: readonly MessageReport[];
}

export interface CallOptions {
  /** Cancels the request and any wait for a retry. A send canceled after it left fails with `mayHaveBeenSent`. */
  readonly signal?: AbortSignal;
}

export interface Capabilities {
  readonly recipients: readonly ('phoneNumber' | 'kakaoUuid' | 'me')[];
  readonly maxRecipientsPerRequest: number;
  /** Length limit of a text in characters (code points). */
  readonly maxTextLength: number;
  readonly maxMedia: number;
  readonly subject: boolean;
  readonly schedule: boolean;
  readonly deliveryReports: boolean;
}

/** What every provider package offers beside its own native API, so that an app can change provider. */
export interface MessageClient {
  readonly provider: string;
  readonly capabilities: Capabilities;
  /**
   * Sends once. Throws a JeonboError where no recipient was accepted; a mixed outcome is a receipt.
   */
  send(message: OutboundMessage, options?: CallOptions): Promise<SendReceipt>;
  /** What became of a send, by the id of its receipt. */
  status(id: string, options?: CallOptions): Promise<DeliveryReport>;
  /** Everything that can be known about a message without a network. */
  check(message: OutboundMessage): CheckResult;
}
