import type { ErrorCode } from './codes.ts';
import { maskPhoneNumbersIn } from './mask.ts';
import type { SendReceipt } from './messages.ts';

/** Survives duplicated copies of this package, where `instanceof` does not. */
const brand = Symbol.for('jeonbo.error');

export interface JeonboErrorOptions {
  /** Which provider answered or was to be asked: `baas`, `twilio`, `kakao`. */
  provider?: string | undefined;
  /** The provider's own code, as it came. */
  providerCode?: string | undefined;
  /** The HTTP status as it came; never invented. */
  status?: number | undefined;
  /** The provider's id of the request, for its support. */
  requestId?: string | undefined;
  /** Whether the same call may succeed later without a change. Default `false`. */
  retryable?: boolean | undefined;
  /** How long to wait before trying again, in milliseconds, where the provider said so. */
  retryAfterMs?: number | undefined;
  /** Whether a message may have reached a person although the call failed. Default `false`. */
  mayHaveBeenSent?: boolean | undefined;
  /** The input at fault, e.g. `to[3].phoneNumber`. */
  field?: string | undefined;
  /** Anything else that helps, without secrets, texts or whole phone numbers. */
  details?: Readonly<Record<string, unknown>> | undefined;
  /** Where a send to several ended without any acceptance: who was certainly not reached, and who may have been. */
  readonly receipt?: SendReceipt | undefined;
  cause?: unknown;
}

/**
 * The one error of Jeonbo. `code` says what happened, `mayHaveBeenSent` whether a message may have left.
 *
 * @example
 * try { await client.send(message); } catch (error) {
 *   if (JeonboError.is(error) && !error.mayHaveBeenSent && error.retryable) queue.later(message);
 * }
 */
export class JeonboError extends Error {
  declare readonly name: 'JeonboError';
  declare readonly code: ErrorCode;
  declare readonly provider: string | undefined;
  declare readonly providerCode: string | undefined;
  declare readonly status: number | undefined;
  declare readonly requestId: string | undefined;
  declare readonly retryable: boolean;
  declare readonly retryAfterMs: number | undefined;
  declare readonly mayHaveBeenSent: boolean;
  declare readonly field: string | undefined;
  declare readonly details: Readonly<Record<string, unknown>> | undefined;

  declare readonly receipt: SendReceipt | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    { cause, receipt, ...facts }: JeonboErrorOptions = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(
      this,
      { name: 'JeonboError', code, retryable: false, mayHaveBeenSent: false },
      facts,
    );
    Object.defineProperty(this, brand, { value: true });
    // Names recipients, so it is for the program and in no log.
    Object.defineProperty(this, 'receipt', { value: receipt });
  }

  /** Whether a value is a JeonboError, of this copy of the package or another. */
  static is(value: unknown): value is JeonboError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** For logs and answers: no cause, no stack, no secret, phone numbers masked. */
  toJSON(): Record<string, unknown> {
    // Own properties are exactly the public facts; message, stack and cause are not enumerable.
    return maskDeep({ ...this, message: this.message }) as Record<string, unknown>;
  }
}

function maskDeep(value: unknown): unknown {
  if (typeof value === 'string') return maskPhoneNumbersIn(value);
  if (Array.isArray(value)) return value.map(maskDeep);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskDeep(inner)]));
  return value;
}
