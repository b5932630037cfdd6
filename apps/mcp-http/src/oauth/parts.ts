import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '@jeonbo/core';
import type { Log } from '@jeonbo/server';
import type { Records } from '@jeonbo/store';
import type Provider from 'oidc-provider';
import type { Metrics } from '../metrics/metrics.ts';
import type { Browsers } from './browser.ts';
import type { GrantBook } from './grant-book.ts';
import type { KakaoLogin } from './kakao-login.ts';
import type { KakaoVault } from './kakao-tokens.ts';

/** What the routes of a login share. */
export interface OAuthParts {
  readonly issuer: string;
  /** What tokens are for; the first one where a client names none. */
  readonly resources: readonly [string, ...string[]];
  readonly provider: Provider;
  readonly records: Records;
  /** Kakao's tokens, by Kakao's id of the person. */
  readonly vault: KakaoVault;
  readonly grants: GrantBook;
  readonly kakao: KakaoLogin;
  readonly browsers: Browsers;
  readonly language: Language;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** One page or form of a login. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
