import { JeonboError } from '@jeonbo/core';
import { createHttpClient } from '@jeonbo/core/http';
import { readIdToken } from './answers.ts';
import {
  type Authorization,
  type AuthorizationInput,
  authorizationOf,
  missingScopes,
} from './authorization.ts';
import { type IdTokenClaims, verifyIdToken } from './id-token.ts';
import { createKeySet } from './key-set.ts';
import { readOAuthProblem } from './oauth-errors.ts';
import { provider } from './provider.ts';
import { readSettings } from './settings.ts';
import { refreshTokens, requestTokens } from './token-request.ts';
import type { KakaoTokens } from './token-store.ts';
import type { KakaoOAuthOptions } from './types.ts';

export interface CodeExchange {
  /** From `readCallback`. */
  readonly code: string;
  /** The same as in the authorization. */
  readonly redirectUri: string;
  readonly codeVerifier: string;
  /** Given: there must be an id_token, and it must hold this. */
  readonly nonce?: string;
}

export interface KakaoLogin {
  /** Put them into a `TokenStore`. */
  readonly tokens: KakaoTokens;
  /** Who it is, checked; `null` where Kakao sent no id_token (OpenID Connect is off, or `openid` was not asked for). */
  readonly idToken: IdTokenClaims | null;
}

/** Kakao Login. One for the app; it remembers Kakao's public keys and nothing of anybody's login. */
export interface KakaoOAuth {
  createAuthorization(input: AuthorizationInput): Promise<Authorization>;
  /**
   * The same for the consent that a `CONSENT_REQUIRED` error says is missing. It asks for `openid` too, so that the
   * login that comes back says whose consent it is.
   */
  createConsent(
    error: JeonboError,
    input: Omit<AuthorizationInput, 'scopes'>,
  ): Promise<Authorization>;
  exchangeCode(
    exchange: CodeExchange & { readonly nonce: string },
  ): Promise<KakaoLogin & { readonly idToken: IdTokenClaims }>;
  exchangeCode(exchange: CodeExchange): Promise<KakaoLogin>;
  /** New tokens for old ones; a client with a `TokenStore` does this by itself. */
  refresh(tokens: KakaoTokens): Promise<KakaoTokens>;
  verifyIdToken(idToken: string, expected?: { readonly nonce?: string }): Promise<IdTokenClaims>;
}

/**
 * Kakao Login, by OAuth 2 with PKCE and OpenID Connect. Nothing is read or opened before the first call.
 *
 * @example
 * const oauth = createKakaoOAuth(); // KAKAO_CLIENT_ID, KAKAO_CLIENT_SECRET
 * const redirectUri = 'https://example.com/auth/callback';
 * const login = await oauth.createAuthorization({ redirectUri, scopes: ['openid', 'talk_message'] });
 * // keep login in the person's session and redirect to login.url; then, at the redirect URI:
 * const { code } = readCallback(request.url, login);
 * const { tokens, idToken } = await oauth.exchangeCode({ ...login, code, redirectUri });
 */
export function createKakaoOAuth(options: KakaoOAuthOptions = {}): KakaoOAuth {
  const settings = readSettings(options);
  const keys = createKeySet(async () => {
    const http = createHttpClient({
      ...options,
      provider,
      baseUrl: settings.authBaseUrl(),
      headers: () => ({}),
      readProblem: readOAuthProblem,
    });
    const path = '/.well-known/jwks.json';
    return (await http({ method: 'GET', path, safety: 'read' })).json;
  });
  const verify: KakaoOAuth['verifyIdToken'] = (idToken, { nonce } = {}) =>
    verifyIdToken(idToken, keys, {
      issuer: settings.authBaseUrl(),
      clientId: settings.clientId(),
      nonce,
    });
  const exchangeCode = async ({ code, redirectUri, codeVerifier, nonce }: CodeExchange) => {
    const { tokens, json } = await requestTokens(settings, options, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
    });
    const idToken = readIdToken(json);
    if (idToken === null && nonce !== undefined) throw noIdToken();
    const expected = nonce === undefined ? {} : { nonce };
    return { tokens, idToken: idToken === null ? null : await verify(idToken, expected) };
  };
  return {
    createAuthorization: (input) => authorizationOf(settings, input),
    createConsent: async (error, input) =>
      authorizationOf(settings, {
        ...input,
        scopes: [...new Set(['openid', ...missingScopes(error)])],
      }),
    exchangeCode: exchangeCode as KakaoOAuth['exchangeCode'],
    refresh: (tokens) => refreshTokens(settings, options, tokens),
    verifyIdToken: verify,
  };
}

function noIdToken(): JeonboError {
  const message =
    'Kakao sent no id_token: turn OpenID Connect on in the console and ask for the scope openid.';
  return new JeonboError('AUTHENTICATION_FAILED', message, {
    provider,
    details: { reason: 'missing' },
  });
}
