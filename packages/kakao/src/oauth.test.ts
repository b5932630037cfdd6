import { JeonboError } from '@jeonbo/core';
import { describe, expect, it, vi } from 'vitest';
import { failure, json, kakaoServer, signingKey, tokenAnswer } from '../test-support/index.ts';
import { createKakaoOAuth, readCallback } from './index.ts';

const { auth } = kakaoServer();
const redirectUri = 'https://example.com/auth/callback';
const oauth = () => createKakaoOAuth({ clientId: 'rest-key', clientSecret: 'client-secret' });
const refusedConsent = (details: Record<string, unknown>) =>
  new JeonboError('CONSENT_REQUIRED', '', { details });

describe('createAuthorization', () => {
  it('asks for what was asked for, joined by commas, with state, nonce and PKCE', async () => {
    const scopes = ['openid', 'talk_message', 'friends'];
    const login = await oauth().createAuthorization({ redirectUri, scopes, prompt: 'login' });
    const url = new URL(login.url);
    const verifier = new TextEncoder().encode(login.codeVerifier);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', verifier));
    expect(url.origin + url.pathname).toBe('https://kauth.kakao.com/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'rest-key',
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid,talk_message,friends',
      state: login.state,
      nonce: login.nonce,
      code_challenge: hash.toString('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
    });
    expect(login.url).not.toContain(login.codeVerifier);
    // RFC 7636: 43 to 128 characters.
    expect(login.codeVerifier).toMatch(/^[\w-]{43}$/);
  });

  it('is another one each time', async () => {
    const one = await oauth().createAuthorization({ redirectUri });
    const two = await oauth().createAuthorization({ redirectUri });
    const secrets = [one, two].flatMap(({ state, nonce, codeVerifier }) => [
      state,
      nonce,
      codeVerifier,
    ]);
    expect(new Set(secrets).size).toBe(6);
  });

  it('reads the key and the host late, and misses the key by both its names', async () => {
    const login = createKakaoOAuth();
    const error = await failure(login.createAuthorization({ redirectUri }));
    expect(error).toMatchObject({ code: 'MISSING_CREDENTIALS', field: 'clientId' });
    expect(error.message).toContain('KAKAO_CLIENT_ID');
    vi.stubEnv('KAKAO_CLIENT_ID', 'from-environment');
    vi.stubEnv('KAKAO_AUTH_BASE_URL', 'http://localhost:4010/kauth/');
    const { url } = await login.createAuthorization({ redirectUri });
    expect(url).toMatch(
      /^http:\/\/localhost:4010\/kauth\/oauth\/authorize\?client_id=from-environment&/,
    );
  });
});

describe('createConsent', () => {
  it('asks for what an error says is missing, and for who it is', async () => {
    const error = refusedConsent({ required_scopes: ['friends'], allowed_scopes: ['openid'] });
    const { url } = await oauth().createConsent(error, { redirectUri });
    expect(new URL(url).searchParams.get('scope')).toBe('openid,friends');
  });

  it.each([
    new JeonboError('CONSENT_REQUIRED', ''),
    refusedConsent({ required_scopes: [] }),
    new JeonboError('API_ERROR', '', { details: { required_scopes: ['friends'] } }),
  ])('refuses an error that says nothing of the kind', async (error) => {
    const refused = await failure(oauth().createConsent(error, { redirectUri }));
    expect(refused).toMatchObject({ code: 'VALIDATION_ERROR', field: 'error' });
  });
});

describe('readCallback', () => {
  const login = { state: 'state-of-this-browser' };
  it.each([
    'https://example.com/auth/callback?code=c-1&state=state-of-this-browser',
    '/auth/callback?code=c-1&state=state-of-this-browser',
    new URLSearchParams('code=c-1&state=state-of-this-browser'),
  ])('takes the code of %s', (callback) => {
    expect(readCallback(callback, login)).toEqual({ code: 'c-1' });
  });

  it.each([
    ['another browser', 'code=c-1&state=state-of-another', login],
    ['no state', 'code=c-1', login],
    ['no login', 'code=c-1&state=', { state: '' }],
    ['an error of another', 'error=access_denied&state=x', login],
  ])('refuses %s', (_, query, expected) => {
    const read = () => readCallback(new URLSearchParams(query), expected);
    expect(read).toThrow(expect.objectContaining({ code: 'PERMISSION_DENIED', field: 'state' }));
  });

  it.each([
    ['access_denied', 'CONSENT_REQUIRED'],
    ['consent_required', 'CONSENT_REQUIRED'],
    ['login_required', 'AUTHENTICATION_FAILED'],
    ['interaction_required', 'AUTHENTICATION_FAILED'],
  ])('%s is %s', (error, code) => {
    const query = new URLSearchParams({ error, state: login.state });
    const thrown = expect.objectContaining({ code, providerCode: error });
    expect(() => readCallback(query, login)).toThrow(thrown);
  });

  it('does not put the blame of an age on the person’s will', () => {
    const error_description = 'Not allowed under age 14';
    const query = new URLSearchParams({ error: 'access_denied', error_description, ...login });
    const thrown = expect.objectContaining({ code: 'PERMISSION_DENIED' });
    expect(() => readCallback(query, login)).toThrow(thrown);
  });

  it.each(['', '<script>alert(1)</script>', 'a'.repeat(101)])(
    'makes no code of Kakao’s up where there is none: %j',
    (error) => {
      const query = new URLSearchParams({ error, ...login });
      const thrown = expect.objectContaining({
        code: 'AUTHENTICATION_FAILED',
        providerCode: undefined,
      });
      expect(() => readCallback(query, login)).toThrow(thrown);
    },
  );
});

describe('exchangeCode', () => {
  const exchange = { code: 'code-1', redirectUri, codeVerifier: 'verifier-1' };

  it('sends the secret in the form and gives tokens with the times they end', async () => {
    const requests = auth(() => tokenAnswer());
    const before = Date.now();
    const { tokens, idToken } = await oauth().exchangeCode(exchange);
    expect(Object.fromEntries(requests[0]?.form ?? [])).toEqual({
      grant_type: 'authorization_code',
      client_id: 'rest-key',
      client_secret: 'client-secret',
      code: 'code-1',
      redirect_uri: redirectUri,
      code_verifier: 'verifier-1',
    });
    expect(requests[0]?.headers.has('authorization')).toBe(false);
    expect(tokens).toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      scopes: ['openid', 'talk_message'],
    });
    expect(tokens.accessTokenExpiresAt).toBeGreaterThanOrEqual(before + 21_599_000);
    expect(idToken).toBeNull();
  });

  it('checks who it is where there is an id_token', async () => {
    const key = await signingKey('key-1');
    const nonce = 'nonce-1';
    const claims = {
      iss: 'https://kauth.kakao.com',
      aud: 'rest-key',
      sub: '2632890179',
      nickname: '홍길동',
      exp: Math.floor(Date.now() / 1000) + 3600,
      nonce,
    };
    const idToken = await key.sign(claims);
    auth(({ url }) =>
      url.pathname.endsWith('jwks.json')
        ? json({ keys: [key.publicKey] })
        : tokenAnswer({ id_token: idToken }),
    );
    const login = await oauth().exchangeCode({ ...exchange, nonce });
    expect(login.idToken).toMatchObject({ sub: '2632890179', nickname: '홍길동' });
    const other = await failure(oauth().exchangeCode({ ...exchange, nonce: 'nonce-2' }));
    expect(other).toMatchObject({ code: 'AUTHENTICATION_FAILED', details: { reason: 'nonce' } });
  });

  it('misses an id_token where a nonce waits for one', async () => {
    auth(() => tokenAnswer());
    const error = await failure(oauth().exchangeCode({ ...exchange, nonce: 'nonce-1' }));
    expect(error).toMatchObject({ code: 'AUTHENTICATION_FAILED', details: { reason: 'missing' } });
    expect(error.message).toContain('OpenID Connect');
  });

  it.each([
    ['KOE320', 'invalid_grant', 400, 'AUTHENTICATION_FAILED', 'begin the login again'],
    ['KOE322', 'invalid_grant', 400, 'AUTHENTICATION_FAILED', 'log in again'],
    ['KOE010', 'invalid_client', 401, 'AUTHENTICATION_FAILED', 'KAKAO_CLIENT_SECRET'],
    ['KOE202', 'invalid_request', 400, 'VALIDATION_ERROR', 'words'],
    ['KOE303', 'invalid_grant', 400, 'AUTHENTICATION_FAILED', 'redirectUri'],
    // Kakao calls too many tokens an invalid request.
    ['KOE237', 'invalid_request', 429, 'RATE_LIMITED', '20 access tokens'],
    ['KOE237', 'invalid_request', 400, 'RATE_LIMITED', '20 access tokens'],
    ['KOE005', 'unauthorized', 403, 'PERMISSION_DENIED', 'words'],
    ['KOE004', 'misconfigured', 400, 'PERMISSION_DENIED', 'words'],
    ['KOE999', 'unheard_of', 429, 'RATE_LIMITED', 'words'],
    ['KOE003', 'server_error', 500, 'API_ERROR', 'words'],
  ])('%s (%s) with %i is %s', async (error_code, error, status, code, says) => {
    auth(() => json({ error, error_code, error_description: 'words' }, status));
    const failed = await failure(oauth().exchangeCode(exchange));
    expect(failed).toMatchObject({ code, providerCode: error_code, status });
    expect(failed.message).toContain(says);
  });

  it('leaves once and quotes neither code nor secret, though Kakao does', async () => {
    const said = 'authorization code not found for code=code-1234567';
    const requests = auth(() =>
      json({ error: 'invalid_grant', error_code: 'KOE320', error_description: said }, 400),
    );
    const error = await failure(oauth().exchangeCode({ ...exchange, code: 'code-1234567' }));
    expect(JSON.stringify([error, error.message])).not.toMatch(/code-1234567|client-secret/);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['no JSON', new Response('<html>')],
    ['no token', json({ token_type: 'bearer' })],
  ])('%s is INVALID_RESPONSE', async (_, answer) => {
    auth(() => answer.clone());
    const error = await failure(oauth().exchangeCode(exchange));
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE', mayHaveBeenSent: false });
  });
});

describe('refresh', () => {
  const tokens = {
    accessToken: 'access-1',
    accessTokenExpiresAt: 1,
    refreshToken: 'refresh-1',
    refreshTokenExpiresAt: 4_000_000_000_000,
    scopes: ['openid'],
  };

  it('keeps the old refresh token where none comes back', async () => {
    auth(() => tokenAnswer({ refresh_token: undefined }));
    expect(await oauth().refresh(tokens)).toMatchObject({
      accessToken: 'access-2',
      refreshToken: 'refresh-1',
      refreshTokenExpiresAt: 4_000_000_000_000,
    });
  });

  it('needs a refresh token', async () => {
    const error = await failure(oauth().refresh({ ...tokens, refreshToken: null }));
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'tokens.refreshToken' });
  });
});
