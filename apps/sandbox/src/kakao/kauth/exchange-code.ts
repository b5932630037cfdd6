import { createHash } from 'node:crypto';
import { OauthRefusal } from '../oauth-answers.ts';
import type { KakaoParts } from '../parts.ts';
import type { App } from '../people.ts';
import type { TokenAnswer } from './issue-tokens.ts';
import { checkRate, issueAccess, issueRefresh } from './issue-tokens.ts';

/** A code for tokens, once. A wrong redirect_uri or verifier uses the code up too: whoever has it is not the app. */
export async function exchangeCode(
  form: URLSearchParams,
  app: App,
  origin: string,
  parts: KakaoParts,
): Promise<TokenAnswer> {
  const { state } = parts;
  const code = form.get('code') ?? '';
  const grant = state.codes.redeem(code);
  if (grant === undefined || grant.clientId !== app.clientId) {
    throw invalidGrant('KOE320', `authorization code not found for code=${code}`);
  }
  const { clientId, userId, nonce, openid } = grant;
  if (form.get('redirect_uri') !== grant.redirectUri) {
    throw invalidGrant('KOE303', 'Redirect URI mismatch.');
  }
  if (!isVerifier(form.get('code_verifier'), grant.codeChallenge)) {
    throw invalidGrant('KOE320', 'code_verifier does not match code_challenge.');
  }
  checkRate('accessTokens', grant, parts);
  const authTime = Math.floor(grant.authorizedAt / 1000);
  const session = state.sessions.open({ clientId, userId, authTime, nonce, openid });
  const access = await issueAccess(session, origin, parts);
  const scopes = state.links.scopes(clientId, userId) ?? [];
  return {
    ...access,
    ...issueRefresh(session, parts),
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
  };
}

function isVerifier(verifier: string | null, challenge: string | null): boolean {
  if (challenge === null || verifier === null) return challenge === verifier;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}

function invalidGrant(code: 'KOE303' | 'KOE320', description: string): OauthRefusal {
  return new OauthRefusal(code, 'invalid_grant', description);
}
