import type { ErrorCode, JeonboError } from '@jeonbo/core';
import type { HttpAnswer, Problem } from '@jeonbo/core/http';
import { readOAuthFailure } from './answers.ts';
import { withoutRequest } from './quote.ts';

/** What to do, where Kakao's words do not say it: https://developers.kakao.com/docs/latest/en/kakaologin/trouble-shooting */
const advice: Readonly<Record<string, string>> = {
  KOE322: 'The refresh token is expired or was replaced: the person has to log in again.',
  KOE320: 'The authorization code was used before or is expired: begin the login again.',
  KOE303: 'redirectUri must be the one of the authorization, letter for letter.',
  KOE237: 'Kakao gives one person 20 access tokens in 10 minutes and 30 renewals an hour: wait.',
  invalid_client:
    'Check clientId (KAKAO_CLIENT_ID, the REST API key) and clientSecret (KAKAO_CLIENT_SECRET).',
};

/** By Kakao's code, else by its word. */
const codes: Readonly<Record<string, ErrorCode>> = {
  // Kakao's word for it is invalid_request.
  KOE237: 'RATE_LIMITED',
  invalid_grant: 'AUTHENTICATION_FAILED',
  invalid_client: 'AUTHENTICATION_FAILED',
  unauthorized_client: 'AUTHENTICATION_FAILED',
  invalid_request: 'VALIDATION_ERROR',
  invalid_scope: 'VALIDATION_ERROR',
  misconfigured: 'PERMISSION_DENIED',
  unauthorized: 'PERMISSION_DENIED',
};

/** What kauth says is wrong: `{"error":"invalid_grant","error_description":"…","error_code":"KOE322"}`. */
export function readOAuthProblem(answer: HttpAnswer, form?: URLSearchParams): Problem | undefined {
  const failure = readOAuthFailure(answer);
  if (!failure) return undefined;
  const { error, code, message } = failure;
  const words = withoutRequest(message, form);
  const toDo = advice[code] ?? advice[error];
  return {
    code: codes[code] ?? codes[error] ?? (answer.status === 429 ? 'RATE_LIMITED' : 'API_ERROR'),
    message: toDo ? `${toDo} (${words})` : words,
    providerCode: code,
  };
}

/** The refresh token will never work again. Nothing else says so, a wrong secret does not either. */
export function isRefreshRefused({ providerCode }: JeonboError): boolean {
  return providerCode === 'KOE322' || providerCode === 'invalid_grant';
}
