import { limits } from '../limits.ts';
import { OauthRefusal } from '../oauth-answers.ts';
import type { KakaoParts } from '../parts.ts';
import type { App } from '../people.ts';
import type { TokenAnswer } from './issue-tokens.ts';
import { checkRate, issueAccess, issueRefresh, noteRate } from './issue-tokens.ts';

/**
 * A new access token. The refresh token stays as it is until less than a month of it is left: then there is a new one,
 * and the old one is dead.
 */
export async function refresh(
  form: URLSearchParams,
  app: App,
  origin: string,
  parts: KakaoParts,
): Promise<TokenAnswer> {
  const { state, clock } = parts;
  const given = form.get('refresh_token') ?? '';
  if (given === '') {
    throw new OauthRefusal('KOE319', 'invalid_grant', 'Not exist refresh_token parameter');
  }
  const found = state.sessions.find('refresh', given);
  const isAlive =
    found !== undefined && found.session.clientId === app.clientId && clock.now() < found.expiresAt;
  if (!isAlive) {
    throw new OauthRefusal('KOE322', 'invalid_grant', 'expired_or_invalid_refresh_token');
  }
  const { session, expiresAt } = found;
  checkRate('accessTokens', session, parts);
  checkRate('refreshes', session, parts);
  noteRate('refreshes', session, parts);
  const isOld = expiresAt - clock.now() < limits.refreshRenewalMs;
  // Before anything is waited for: of two at the same time, one gets the new refresh token.
  if (isOld) state.sessions.revoke(given);
  const renewed = isOld ? issueRefresh(session, parts) : {};
  // OpenID Connect Core 12.2: a nonce belongs to the log-in, not to a refresh.
  const access = await issueAccess({ ...session, nonce: null }, origin, parts);
  return { ...access, ...renewed };
}
