import type { ErrorCode } from '../codes.ts';

/** One line of the audit log. No text, no secret, no whole number. */
export interface AuditEvent {
  readonly event:
    | 'allowed'
    | 'blocked'
    | 'sent'
    | 'rejected'
    | 'unknown'
    | 'dry-run'
    | 'checkpoint';
  readonly provider: string;
  readonly account: string;
  /** The tool or method that was called. */
  readonly action: string;
  readonly recipients: number;
  readonly code?: ErrorCode;
  /** The ledger's id of the send, where there is one. */
  readonly sendId?: string;
}

/**
 * An append-only log whose lines are chained by keyed hashes. A ledger that is also an audit log notes `allowed`,
 * `sent`, `rejected` and `unknown` itself, in the transaction of `begin` and `settle`; guard rails append the rest.
 */
export interface AuditLog {
  append(event: AuditEvent): Promise<void>;
}

/** Keeps what a person has to confirm, for every instance: one-time tokens bound to one content. */
export interface ConfirmationStore {
  /** Issues a token that is good once, for exactly this content, until it expires. */
  issue(content: string, lifetimeMs: number): Promise<string>;
  /** Atomically uses up a token. False where it is unknown, used, expired, or bound to another content. */
  redeem(token: string, content: string): Promise<boolean>;
}
