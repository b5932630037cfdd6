import { JeonboError } from '@jeonbo/core';
import { exitCodes } from '../../exit-codes.ts';
import { plain } from '../plain.ts';
import { Problem } from './problem.ts';
import { type ProblemCode, problemTexts } from './problem-texts.ts';

/** What a code of Kakao's says about the console: at the address of the login and at the token endpoint alike. */
export function problemOf(
  code: string,
  values: Readonly<Record<string, string>> = {},
): Problem | undefined {
  const isKnown = code.startsWith('KOE') && Object.hasOwn(problemTexts.en, code);
  return isKnown ? new Problem(code as ProblemCode, values) : undefined;
}

/** What went wrong at Kakao, as something to do about it. Anything else stays as it is: the log tells it. */
export function explain(error: unknown, values: Readonly<Record<string, string>> = {}): unknown {
  if (!JeonboError.is(error) || error.provider !== 'kakao') return error;
  const known = problemOf(error.providerCode ?? '', values);
  if (known) return known;
  const reason = plain(error.message);
  switch (error.code) {
    case 'CONSENT_REQUIRED':
      return new Problem('notAgreed', {}, exitCodes.unconfirmed);
    case 'NETWORK_ERROR':
    case 'TIMEOUT':
      return new Problem('unreachable', { reason });
    default:
      return identityProblem(error.details?.reason) ?? new Problem('refusedByKakao', { reason });
  }
}

/** What is wrong with the id_token, where that is it. */
function identityProblem(reason: unknown): Problem | undefined {
  if (typeof reason !== 'string') return undefined;
  return reason === 'missing' ? new Problem('noIdToken') : new Problem('notTrusted', { reason });
}
