import type { ErrorCode } from '@jeonbo/core';
import type { HttpAnswer, Problem } from '@jeonbo/core/http';
import { readFailure } from './answers.ts';

/** Twilio's codes (https://www.twilio.com/docs/api/errors). One that is not here is kept in `providerCode`. */
const codes: Readonly<Record<string, ErrorCode>> = {
  20003: 'AUTHENTICATION_FAILED',
  20404: 'NOT_FOUND',
  20429: 'RATE_LIMITED',
  21211: 'INVALID_PHONE_NUMBER',
  21212: 'INVALID_CALLBACK_NUMBER',
  21408: 'PERMISSION_DENIED',
  21601: 'INVALID_CALLBACK_NUMBER',
  21602: 'EMPTY_MESSAGE',
  21603: 'INVALID_CALLBACK_NUMBER',
  21604: 'INVALID_RECIPIENTS_COUNT',
  21606: 'INVALID_CALLBACK_NUMBER',
  21608: 'RECIPIENT_REJECTED',
  21610: 'RECIPIENT_REJECTED',
  // The sender's queue is full.
  21611: 'RATE_LIMITED',
  21612: 'RECIPIENT_REJECTED',
  21614: 'INVALID_PHONE_NUMBER',
  21617: 'MESSAGE_TOO_LONG',
  21619: 'EMPTY_MESSAGE',
  21635: 'INVALID_PHONE_NUMBER',
};

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'AUTHENTICATION_FAILED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  429: 'RATE_LIMITED',
};

/** What an answer says is wrong: `{"code":21211,"message":"…","more_info":"…","status":400}`. */
export function readProblem(answer: HttpAnswer): Problem | undefined {
  const failure = readFailure(answer);
  if (!failure) return undefined;
  const { providerCode, message, moreInfo } = failure;
  return {
    code: codes[providerCode] ?? byStatus[answer.status] ?? 'API_ERROR',
    message: message ?? `status ${answer.status}`,
    providerCode,
    details: moreInfo === undefined ? undefined : { moreInfo },
  };
}
