import { limits } from '../limits.ts';
import { pairKey } from '../links.ts';
import { OauthRefusal } from '../oauth-answers.ts';
import type { KakaoParts } from '../parts.ts';
import type { Session } from '../sessions.ts';
import { idTokenOf } from './id-token.ts';

/** What the token endpoint answers. Lifetimes in seconds. */
export interface TokenAnswer {
  readonly token_type: 'bearer';
  readonly access_token: string;
  readonly expires_in: number;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
  readonly scope?: string;
}

/** Refuses where this user of this app has had as many as Kakao gives. */
export function checkRate(
  what: 'accessTokens' | 'refreshes',
  { clientId, userId }: Pick<Session, 'clientId' | 'userId'>,
  { state }: KakaoParts,
): void {
  if (!state.rates.isSpent(`${what} ${pairKey(clientId, userId)}`, limits[what])) return;
  throw new OauthRefusal('KOE237', 'invalid_request', 'token request rate limit exceeded.', 429);
}

export function noteRate(
  what: 'accessTokens' | 'refreshes',
  { clientId, userId }: Session,
  { state }: KakaoParts,
): void {
  state.rates.note(`${what} ${pairKey(clientId, userId)}`, limits[what]);
}

export async function issueAccess(
  session: Session,
  origin: string,
  parts: KakaoParts,
): Promise<TokenAnswer> {
  noteRate('accessTokens', session, parts);
  const idToken = session.openid ? await idTokenOf(session, origin, parts) : undefined;
  return {
    token_type: 'bearer',
    access_token: issue('access', session, limits.accessTokenMs, parts),
    ...(idToken !== undefined && { id_token: idToken }),
    expires_in: limits.accessTokenMs / 1000,
  };
}

export function issueRefresh(
  session: Session,
  parts: KakaoParts,
): Pick<TokenAnswer, 'refresh_token' | 'refresh_token_expires_in'> {
  return {
    refresh_token: issue('refresh', session, limits.refreshTokenMs, parts),
    refresh_token_expires_in: limits.refreshTokenMs / 1000,
  };
}

function issue(
  kind: 'access' | 'refresh',
  session: Session,
  lifetimeMs: number,
  { state, clock }: KakaoParts,
): string {
  const expiresAt = clock.now() + lifetimeMs;
  return state.sessions.issue({ kind, sessionId: session.id, expiresAt });
}
