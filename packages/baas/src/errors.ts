import type { ErrorCode } from '@jeonbo/core';
import type { HttpAnswer, Problem } from '@jeonbo/core/http';
import { readFailure } from './answers.ts';

/** The vendor's codes. One that is not here is kept in `providerCode` and told by its HTTP status. */
const codes: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'VALIDATION_ERROR',
  VALIDATION_ERROR: 'VALIDATION_ERROR',
  INVALID_PROJECT_ID: 'VALIDATION_ERROR',
  UNAUTHORIZED: 'AUTHENTICATION_FAILED',
  INVALID_TOKEN: 'AUTHENTICATION_FAILED',
  TOKEN_EXPIRED: 'AUTHENTICATION_FAILED',
  NOT_FOUND: 'NOT_FOUND',
  ALREADY_EXISTS: 'CONFLICT',
  RATE_LIMIT_EXCEEDED: 'RATE_LIMITED',
};

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'AUTHENTICATION_FAILED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
};

/** The carrier behind the vendor failed, or the vendor did: it does not know whether the message left. */
const unknownOutcome = new Set(['EXTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR']);

/** What an answer says is wrong, in either envelope; `undefined` where it says nothing of the kind. */
export function readProblem(answer: HttpAnswer): Problem | undefined {
  const failure = readFailure(answer);
  if (!failure) return undefined;
  const { providerCode = '', message, detail } = failure;
  return {
    code: codes[providerCode] ?? byStatus[answer.status] ?? 'API_ERROR',
    message: message ?? (providerCode || `status ${answer.status}`),
    providerCode: providerCode || undefined,
    outcomeUnknown: unknownOutcome.has(providerCode),
    details: detail == null ? undefined : { detail },
  };
}
