import { JeonboError } from '@jeonbo/core';
import { toBase64Url } from './base64url.ts';
import { invalid, provider } from './provider.ts';
import type { Settings } from './settings.ts';

export interface AuthorizationInput {
  /** Registered in Kakao's console, letter for letter. */
  readonly redirectUri: string;
  /** `openid`, `profile_nickname`, `profile_image`, `talk_message`, `friends`. Default: what the console asks for. */
  readonly scopes?: readonly string[];
  /** `login` asks for the password again, `select_account` for the account, `none` shows nothing. */
  readonly prompt?: string;
  /** E-mail or number to begin the login with. */
  readonly loginHint?: string;
}

/** Keep all but the URL on the server, bound to the browser that is sent there, and use it once. */
export interface Authorization {
  readonly url: string;
  /** Must come back in the redirect: see `readCallback`. */
  readonly state: string;
  /** Must stand in the id_token: hand it to `exchangeCode`. */
  readonly nonce: string;
  /** The secret behind the PKCE challenge: hand it to `exchangeCode`. */
  readonly codeVerifier: string;
}

/** The address of Kakao's login and consent, with a fresh state, nonce and PKCE pair (S256). */
export async function authorizationOf(
  settings: Settings,
  { redirectUri, scopes = [], prompt, loginHint }: AuthorizationInput,
): Promise<Authorization> {
  if (!URL.canParse(redirectUri)) throw invalid('redirectUri', 'redirectUri must be a URL.');
  const [state, nonce, codeVerifier] = [randomText(), randomText(), randomText()];
  const url = new URL(`${settings.authBaseUrl()}/oauth/authorize`);
  const query = {
    client_id: settings.clientId(),
    redirect_uri: redirectUri,
    response_type: 'code',
    ...(scopes.length > 0 && { scope: scopes.join(',') }),
    state,
    nonce,
    code_challenge: await challengeOf(codeVerifier),
    code_challenge_method: 'S256',
    ...(prompt !== undefined && { prompt }),
    ...(loginHint !== undefined && { login_hint: loginHint }),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, state, nonce, codeVerifier };
}

/** What a `CONSENT_REQUIRED` error says is missing. */
export function missingScopes({ code, details }: JeonboError): readonly string[] {
  const scopes = details?.required_scopes;
  if (code === 'CONSENT_REQUIRED' && Array.isArray(scopes) && scopes.length > 0) return scopes;
  throw invalid('error', 'Only a CONSENT_REQUIRED error says which consent is missing.');
}

/**
 * The code in the redirect from Kakao.
 *
 * @param callback the address that was called, or its query
 * @throws JeonboError `PERMISSION_DENIED` where the state is another: it is not this browser's login.
 *   `CONSENT_REQUIRED` where the person said no
 */
export function readCallback(
  callback: string | URL | URLSearchParams,
  { state }: Pick<Authorization, 'state'>,
): { readonly code: string } {
  const query =
    callback instanceof URLSearchParams ? callback : new URL(callback, 'http://any').searchParams;
  if (!state || query.get('state') !== state)
    throw new JeonboError('PERMISSION_DENIED', 'The state is not the one of this login.', {
      provider,
      field: 'state',
    });
  const code = query.get('code');
  if (code) return { code };
  throw refusal(query.get('error') ?? '', query.get('error_description') ?? '');
}

/** Anybody can write a query: only what looks like a code of Kakao's is told as one. */
function refusal(error: string, description: string): JeonboError {
  const facts = { provider, providerCode: /^\w{1,100}$/.test(error) ? error : undefined };
  if (error === 'access_denied' && /\bage\b/i.test(description))
    return new JeonboError('PERMISSION_DENIED', 'Kakao lets nobody of this age log in.', facts);
  if (error === 'access_denied' || error === 'consent_required')
    return new JeonboError('CONSENT_REQUIRED', 'The person did not agree.', facts);
  const words = 'Kakao gave no code: begin the login again.';
  return new JeonboError('AUTHENTICATION_FAILED', words, facts);
}

/** 256 bits. */
function randomText(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return toBase64Url(new Uint8Array(hash));
}
