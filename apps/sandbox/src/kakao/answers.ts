import type { KakaoErrorCode } from './errors.ts';
import { statusOf, wordsOf } from './errors.ts';

interface KakaoErrorBody {
  readonly msg: string;
  readonly code: KakaoErrorCode;
  readonly api_type?: string;
  readonly required_scopes?: readonly string[];
  readonly allowed_scopes?: readonly string[];
}

/** A refusal of kapi: thrown in a handler, turned into its error body in one place. */
export class KakaoRefusal extends Error {
  readonly status: number;
  readonly body: KakaoErrorBody;
  constructor(
    code: KakaoErrorCode,
    message = wordsOf(code),
    more: Omit<KakaoErrorBody, 'msg' | 'code'> = {},
  ) {
    super(message);
    this.status = statusOf(code);
    this.body = { msg: message, code, ...more };
  }
}

export function refusalAnswer({ status, body }: KakaoRefusal): Response {
  return Response.json(body, { status });
}

/** The parameter is there but is not what it must be. */
export function unsatisfied(name: string, why: string): KakaoRefusal {
  return new KakaoRefusal(-2, `Constraints on the parameter [${name}] are unsatisfied. ${why}`);
}

const codeByStatus: Readonly<Record<number, KakaoErrorCode>> = {
  400: -2,
  401: -401,
  403: -5,
  410: -9,
  429: -10,
  503: -9798,
};

/** Kakao's words for a status, for faults. */
export function errorForStatus(status: number): Response {
  const code = codeByStatus[status] ?? (status < 500 ? -2 : -1);
  return Response.json({ msg: wordsOf(code), code }, { status });
}
