import type { ErrorCode, JeonboError } from '@jeonbo/core';
import type { HttpAnswer, Problem } from '@jeonbo/core/http';
import { readFailure } from './answers.ts';
import { withoutRequest } from './quote.ts';

/**
 * Kakao's codes (https://developers.kakao.com/docs/latest/en/rest-api/error-code and …/kakaotalk-message/trouble-shooting).
 * One that is not here is kept in `providerCode` and told by its HTTP status.
 */
const codes: Readonly<Partial<Record<ErrorCode, readonly number[]>>> = {
  // Failed within, maintenance.
  API_ERROR: [-1, -7, -9798],
  VALIDATION_ERROR: [-2, -8, -602],
  // A setting in the console, a sanction, an app without this right, an age.
  PERMISSION_DENIED: [-3, -4, -5, -6, -12, -406, -451],
  NOT_SUPPORTED: [-9],
  // Of the app; then of the month, the sender, the receiver, the pair.
  QUOTA_EXCEEDED: [-10, -11, -531, -532, -533, -536],
  // The person left the app, or their account: only a new login helps.
  AUTHENTICATION_FAILED: [-101, -103, -401],
  CONSENT_REQUIRED: [-402],
  // No KakaoTalk, no device for it.
  RECIPIENT_REJECTED: [-501, -504],
  NOT_A_FRIEND: [-502],
  RECIPIENT_BLOCKED: [-530],
  TIMEOUT: [-603],
  TOO_MANY_IMAGES: [-606],
};

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'AUTHENTICATION_FAILED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
};

/** Kakao failed within or in time, so it does not know itself whether the message left. */
const unknownOutcome = [-1, -603];

/** What is wrong with one receiver (or with naming it) and says nothing of the next. */
const receiversOwn = [-2, -501, -502, -504, -530, -533, -536];

/** What an answer says is wrong; `undefined` where it says nothing of the kind. */
export function readProblem(answer: HttpAnswer, form?: URLSearchParams): Problem | undefined {
  const failure = readFailure(answer);
  if (!failure) return undefined;
  const { code, message, requiredScopes, allowedScopes } = failure;
  return {
    ...problemOf(code, withoutRequest(message, form), answer.status),
    ...(code === '-402' && {
      details: { required_scopes: requiredScopes, allowed_scopes: allowedScopes },
    }),
  };
}

/** A code and words of Kakao's, of a whole answer or of one receiver in it. */
export function problemOf(providerCode: string, message: string, status: number): Problem {
  const number = Number(providerCode);
  const [code] = Object.entries(codes).find(([, all]) => all.includes(number)) ?? [];
  // The key or the address is not the one registered, which no new token changes.
  const mismatch = number === -401 && /mismatch/i.test(message);
  return {
    code: mismatch ? 'PERMISSION_DENIED' : ((code as ErrorCode) ?? byStatus[status] ?? 'API_ERROR'),
    message: message || `code ${providerCode}`,
    providerCode,
    outcomeUnknown: unknownOutcome.includes(number),
  };
}

/** Refused before it was processed, because the token is over. */
export function isTokenRefused({ code, status }: JeonboError): boolean {
  return status === 401 && code === 'AUTHENTICATION_FAILED';
}

/** Whether a failure is the receiver's, so that the next one may do better. */
export function isReceiversOwn({ mayHaveBeenSent, providerCode }: JeonboError): boolean {
  return !mayHaveBeenSent && receiversOwn.includes(Number(providerCode));
}
