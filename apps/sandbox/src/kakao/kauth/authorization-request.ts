import type { KakaoScope } from '../../seed/seed.ts';
import { OauthRefusal } from '../oauth-answers.ts';
import type { App, People } from '../people.ts';
import { isScope, unnamedScopes } from '../scopes.ts';
import { mayRedirect } from './redirect-uri.ts';

/** What `GET /oauth/authorize` asks for, checked. */
export interface AuthorizationRequest {
  readonly app: App;
  readonly redirectUri: string;
  readonly scopes: readonly KakaoScope[];
  /** The app named them itself: then who joined before is asked for what is new. */
  readonly namesScopes: boolean;
  readonly state: string | null;
  readonly nonce: string | null;
  readonly codeChallenge: string | null;
  readonly prompt: readonly string[];
}

/**
 * Throws an {@link OauthRefusal}, shown to the person: Kakao sends nobody back with an error but who refuses, or who
 * asked for no prompt.
 */
export function parseAuthorizationRequest(
  query: URLSearchParams,
  people: People,
): AuthorizationRequest {
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) throw wrong(`${name} is given more than once.`);
  }
  const clientId = query.get('client_id') ?? '';
  const app = people.app(clientId);
  if (app === undefined) {
    throw new OauthRefusal('KOE101', 'invalid_client', `Not exist client_id [${clientId}]`, 401);
  }
  if (!app.login)
    throw new OauthRefusal('KOE004', 'misconfigured', 'Kakao Login is not activated.');
  for (const name of ['redirect_uri', 'response_type']) {
    if (!query.get(name))
      throw new OauthRefusal('KOE207', 'invalid_request', `${name} is missing.`);
  }
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!mayRedirect(app, redirectUri)) {
    throw new OauthRefusal(
      'KOE006',
      'invalid_request',
      `Not registered redirect_uri ${redirectUri}`,
    );
  }
  checkResponseType(query.get('response_type'));
  // Kakao's documents join scopes by a comma, OAuth by a space.
  const asked = (query.get('scope') ?? '').split(/[\s,]+/).filter(Boolean);
  return {
    app,
    redirectUri,
    scopes: scopesOf(asked, app),
    namesScopes: asked.length > 0,
    state: query.get('state'),
    nonce: query.get('nonce'),
    codeChallenge: challengeOf(query),
    prompt: (query.get('prompt') ?? '').split(/[\s,]+/).filter(Boolean),
  };
}

function scopesOf(asked: readonly string[], app: App): readonly KakaoScope[] {
  if (asked.length === 0) return unnamedScopes.filter((scope) => app.scopes.includes(scope));
  const known = asked.filter(isScope).filter((scope) => app.scopes.includes(scope));
  const strangers = asked.filter((scope) => !known.some((each) => each === scope));
  if (strangers.length === 0) return [...new Set(known)];
  throw new OauthRefusal(
    'KOE205',
    'invalid_scope',
    `Consent items that are not set up for this app: ${strangers.join(', ')}`,
  );
}

function checkResponseType(type: string | null): void {
  if (type === 'code') return;
  const code = type === 'token' ? 'KOE202' : 'KOE201';
  throw new OauthRefusal(code, 'invalid_request', `Unsupported response type: ${type}`);
}

function challengeOf(query: URLSearchParams): string | null {
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge === null && method === null) return null;
  if (method !== 'S256') throw wrong('code_challenge_method must be S256.');
  if (challenge === null || !/^[\w-]{43}$/.test(challenge)) {
    throw wrong('code_challenge must be the S256 of a verifier: 43 characters.');
  }
  return challenge;
}

function wrong(description: string): OauthRefusal {
  return new OauthRefusal('KOE001', 'invalid_request', description);
}
