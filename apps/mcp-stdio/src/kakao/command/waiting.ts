import type { Authorization } from '@jeonbo/kakao-client';
import type { Context } from '../../context.ts';
import type { NamedLogin } from '../logins.ts';

/** A login that began: the person is at Kakao's, and comes back by a redirect or a pasted address. */
export interface Waiting {
  readonly asked: Authorization;
  readonly redirectUri: string;
  readonly timeMs: number;
  /** The time limit, or the person who cancels. */
  readonly signal: AbortSignal;
  readonly context: Context;
  /** Whether Kakao takes the request at all. */
  readonly ask: () => Promise<void>;
  /** With the query of the redirect. May be called once: a code is good for one exchange. */
  readonly finish: (query: URLSearchParams) => Promise<Finished>;
}

export interface Finished extends NamedLogin {
  readonly scopes: readonly string[];
  readonly refreshTokenExpiresAt: number | null;
}
