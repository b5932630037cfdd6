import type { KakaoParts } from '@jeonbo/server';
import type { TokenVault } from '@jeonbo/store';
import type { TokenEndpointResponse } from 'openid-client';

/** As @jeonbo/kakao-client keeps them. */
export type KakaoTokens = NonNullable<Awaited<ReturnType<KakaoParts['tokens']['get']>>>;

/** By Kakao's id of the person. */
export type KakaoVault = TokenVault<KakaoTokens>;

/** Kakao's answer in the form in which it is kept: lifetimes are read, never assumed. */
export function tokensOf(answer: TokenEndpointResponse, now = Date.now()): KakaoTokens {
  const { access_token, expires_in, refresh_token, refresh_token_expires_in, scope } = answer;
  const at = (seconds: unknown) => (typeof seconds === 'number' ? now + seconds * 1000 : null);
  return {
    accessToken: access_token,
    accessTokenExpiresAt: at(expires_in),
    refreshToken: refresh_token ?? null,
    refreshTokenExpiresAt: at(refresh_token_expires_in),
    scopes: (scope ?? '').split(/[\s,]+/).filter(Boolean),
  };
}

/** Whether Kakao still takes what it gave: who is not logged in there has to log in again here. */
export function isUsable(tokens: KakaoTokens | undefined, now = Date.now()): boolean {
  if (!tokens) return false;
  const isAlive = (expiresAt: number | null) => expiresAt === null || expiresAt > now;
  const canRefresh = tokens.refreshToken !== null && isAlive(tokens.refreshTokenExpiresAt);
  return canRefresh || isAlive(tokens.accessTokenExpiresAt);
}
