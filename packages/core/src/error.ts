import type { ErrorCode } from './codes.ts';
import { maskPhoneNumbersIn } from './mask.ts';

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
  override readonly name = 'JeonboError';
  readonly code: ErrorCode;
  readonly provider: string | undefined;
  readonly providerCode: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly mayHaveBeenSent: boolean;
  readonly field: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, options: JeonboErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.provider = options.provider;
    this.providerCode = options.providerCode;
    this.status = options.status;
    this.requestId = options.requestId;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.mayHaveBeenSent = options.mayHaveBeenSent ?? false;
    this.field = options.field;
    this.details = options.details;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Whether a value is a JeonboError, of this copy of the package or another. */
  static is(value: unknown): value is JeonboError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** For logs and answers: no cause, no stack, no secret, phone numbers masked. */
  toJSON(): Record<string, unknown> {
    const { code, provider, providerCode, status, requestId, retryable, retryAfterMs } = this;
    return {
      name: this.name,
      code,
      message: maskPhoneNumbersIn(this.message),
      provider,
      providerCode,
      status,
      requestId,
      retryable,
      retryAfterMs,
      mayHaveBeenSent: this.mayHaveBeenSent,
      field: this.field,
      details: this.details && maskDeep(this.details),
    };
  }
}

function maskDeep(value: unknown): unknown {
  if (typeof value === 'string') return maskPhoneNumbersIn(value);
  if (Array.isArray(value)) return value.map(maskDeep);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskDeep(inner)]));
  return value;
}
