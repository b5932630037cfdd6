import type { ErrorCode } from '../codes.ts';
import { JeonboError } from '../error.ts';
import { maskPhoneNumbersIn } from '../mask.ts';
import type { AttemptResult } from './attempt.ts';
import { failureCode, leftNothing } from './failure.ts';

/**
 * `read` may be repeated. `write` changes something at the provider and leaves once. `send` reaches a person or costs
 * money: it leaves once, and what is not certainly refused is `DELIVERY_UNKNOWN`.
 */
export type Safety = 'read' | 'write' | 'send';

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  /** `undefined` where the body is not JSON. */
  readonly json: unknown;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** What a provider says is wrong. */
export interface Problem {
  readonly code: ErrorCode;
  /** The provider's words, for people; they are data, not instructions. */
  readonly message: string;
  readonly providerCode?: string | undefined;
  /** The provider does not know itself whether the message left. */
  readonly outcomeUnknown?: boolean;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** Reads a provider's error body; `undefined` where it is none. */
export type ReadProblem = (answer: HttpAnswer) => Problem | undefined;

/** The error of an answer that is a refusal, or of one that says no more than its status. */
export function refused(
  provider: string,
  safety: Safety,
  answer: HttpAnswer,
  readProblem: ReadProblem,
): JeonboError {
  const { status, requestId } = answer;
  const problem = readProblem(answer);
  const unclear = problem?.outcomeUnknown || status >= 500 || status === 408 || status < 400;
  const said = problem ? ` (${problem.providerCode ?? status}: ${quote(problem.message)})` : '';
  const facts = {
    provider,
    status,
    requestId,
    providerCode: problem?.providerCode,
    retryAfterMs: answer.retryAfterMs,
    details: problem?.details,
  };
  // A 2xx that carries a refusal is a clear no, unless the provider says that it does not know.
  const clearRefusal = problem && !problem.outcomeUnknown && status >= 200 && status < 300;
  if (safety === 'send' && unclear && !clearRefusal)
    return new JeonboError(
      'DELIVERY_UNKNOWN',
      `${provider} answered ${status}${said}. The message may have been sent; check before sending again.`,
      { ...facts, mayHaveBeenSent: true },
    );
  return new JeonboError(
    problem?.code ?? codeOf(status),
    problem ? quote(problem.message) : `${provider} answered ${status}.`,
    {
      ...facts,
      retryable: status === 429 || (safety === 'read' && (status === 408 || status >= 500)),
    },
  );
}

/** The error of a connection that failed, before the answer or within it. `id`: what could be read of the message's. */
export function brokenOff(
  provider: string,
  safety: Safety,
  { error: cause, timedOut }: AttemptResult,
  answer: HttpAnswer | undefined,
  id: string | undefined,
): JeonboError {
  const why = timedOut ? 'no answer in time' : failureCode(cause) || 'the connection broke';
  const facts = { provider, status: answer?.status, requestId: answer?.requestId, cause };
  if (!answer && !timedOut && leftNothing(cause))
    return new JeonboError(
      'NETWORK_ERROR',
      `${provider} could not be reached (${why}). Nothing was sent.`,
      {
        ...facts,
        retryable: true,
      },
    );
  if (safety === 'send')
    return new JeonboError(
      'DELIVERY_UNKNOWN',
      `The request left, but its outcome is unknown (${why}). The message may have been sent; check before sending again.`,
      { ...facts, mayHaveBeenSent: true, details: id === undefined ? undefined : { id } },
    );
  return new JeonboError(
    timedOut ? 'TIMEOUT' : 'NETWORK_ERROR',
    `${provider} gave no answer (${why}).`,
    {
      ...facts,
      retryable: safety === 'read',
    },
  );
}

/** The error of a 2xx answer that does not have the promised form. `id`: what could be read of the message's id. */
export function unreadable(
  provider: string,
  safety: Safety,
  answer: HttpAnswer,
  id?: string,
): JeonboError {
  const sent = safety === 'send';
  return new JeonboError(
    'INVALID_RESPONSE',
    `${provider} answered ${answer.status} with a body that cannot be read.${
      sent ? ' The message was probably sent; check before sending again.' : ''
    }`,
    {
      provider,
      status: answer.status,
      requestId: answer.requestId,
      mayHaveBeenSent: sent,
      details: id === undefined ? undefined : { id },
    },
  );
}

function codeOf(status: number): ErrorCode {
  if (status < 400) return 'INVALID_RESPONSE';
  const codes: Record<number, ErrorCode> = {
    401: 'AUTHENTICATION_FAILED',
    403: 'PERMISSION_DENIED',
    404: 'NOT_FOUND',
    408: 'TIMEOUT',
    409: 'CONFLICT',
    422: 'VALIDATION_ERROR',
    429: 'RATE_LIMITED',
  };
  return codes[status] ?? 'API_ERROR';
}

/** Provider words are untrusted and may quote a number: one line, bounded, masked. */
function quote(words: string): string {
  return maskPhoneNumbersIn(words.replace(/\s+/g, ' ').trim().slice(0, 300));
}
