import type { ErrorCode } from '../codes.ts';

/**
 * The send ledger: written before a request leaves, settled after. What was begun and never settled (a crash, a cut
 * connection) stays in doubt and is never sent again by program.
 *
 * Entries are per recipient, so a repeat of "the rest" of a batch never reaches those already accepted.
 */
export interface SendLedger {
  /**
   * Notes the intention to send, before anything leaves, in one atomic step: which recipients may be sent to now,
   * which were accepted before, which are in doubt.
   *
   * @param key the caller's idempotency key: the same key with another content for a recipient is a conflict. `null`:
   *   provider, account, recipient and content together are the key
   */
  begin(key: string | null, summary: SendSummary, options?: BeginOptions): Promise<BeginResult>;
  /** Notes what became of it. Recipients that are not named stay in doubt. */
  settle(id: string, outcome: SendOutcome): Promise<void>;
  /** What this installation sent, newest first. */
  history(query: HistoryQuery): Promise<HistoryPage>;
  /** How many recipients of one payer were sent to (or are in doubt) within the last `windowMs`. */
  usage(payer: string, windowMs: number): Promise<number>;
  /** Whether a send of this payer was accepted under this id. Not known any more once it is purged. */
  owns(query: OwnsQuery): Promise<boolean>;
}

export interface SendSummary {
  /** `baas`, `twilio`, `kakao`. */
  readonly provider: string;
  /** Whose send it is (a project id, an account sid): no account sees another's entries. */
  readonly account: string;
  /**
   * Whose limit it counts against, over all providers and accounts. Several accounts may share a payer: who could choose
   * the account could otherwise choose a fresh limit.
   */
  readonly payer: string;
  /** `sms`, `mms`, `kakao`. */
  readonly kind: string;
  /** The tool or method that was called, for the audit log. Default `send <kind>`. */
  readonly action?: string;
  readonly recipients: readonly LedgerRecipient[];
  /** The text as written, for ledgers that were told to keep it. */
  readonly text: string;
}

/** Kept as keyed hashes and, for numbers, a masked form; never as it is. */
export interface LedgerRecipient {
  /** Canonical name: an E.164 number, a Kakao uuid, `me`. */
  readonly name: string;
  /** Everything that makes two messages to this recipient the same: filled text, subject, sender, images. */
  readonly content: string;
}

export interface BeginOptions {
  /**
   * How long an accepted entry makes a repeat a duplicate, in milliseconds. Default: for ever, which is right for
   * keys that the caller chose. Entries in doubt count for at least {@link inDoubtWindowMs}, whatever this says.
   */
  readonly windowMs?: number;
  /** Refuses the whole batch where it would bring the payer over `max` recipients within `windowMs`. */
  readonly limit?: { readonly max: number; readonly windowMs: number };
}

/** An entry in doubt blocks a repeat of the same content for a day, unless it is settled before. */
export const inDoubtWindowMs = 24 * 60 * 60 * 1000;

export type BeginResult =
  | {
      readonly state: 'begun';
      /** Hand it to `settle`. */
      readonly id: string;
      /** Indexes into `summary.recipients` that may be sent to now. */
      readonly fresh: readonly number[];
      /** Accepted before under the same key; `providerId` is what the provider answered then. */
      readonly duplicates: readonly PriorEntry[];
      /** Begun before and never settled, or settled as unknown. Not to be sent. */
      readonly inDoubt: readonly PriorEntry[];
    }
  | { readonly state: 'limit-reached'; readonly max: number; readonly used: number }
  /** The key was used for another content. Nothing was noted. */
  | { readonly state: 'conflict' };

export interface PriorEntry {
  readonly index: number;
  /** When it was begun, in milliseconds since 1970. */
  readonly at: number;
  readonly providerId: string | null;
}

/** What became of the recipients of one `begin`, by their index in `summary.recipients`. */
export interface SendOutcome {
  readonly accepted?: readonly { readonly index: number; readonly providerId: string }[];
  /** Certainly not sent: a repeat may send them. */
  readonly rejected?: readonly { readonly index: number; readonly code: ErrorCode }[];
  /** May have been sent: a repeat is in doubt. */
  readonly unknown?: readonly { readonly index: number; readonly code: ErrorCode }[];
}

export interface HistoryQuery {
  readonly provider: string;
  readonly account: string;
  readonly kind?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface OwnsQuery {
  readonly provider: string;
  readonly payer: string;
  /** One id of the provider, not several joined by commas. */
  readonly providerId: string;
}

export interface HistoryEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  /** The provider's ids of the accepted ones, without repeats. */
  readonly providerIds: readonly string[];
  readonly accepted: number;
  readonly rejected: number;
  readonly inDoubt: number;
  /** Masked, at most ten. */
  readonly recipients: readonly string[];
  /** Only where the ledger was told to keep texts. */
  readonly text: string | null;
}

export interface HistoryPage {
  readonly total: number;
  readonly entries: readonly HistoryEntry[];
}
