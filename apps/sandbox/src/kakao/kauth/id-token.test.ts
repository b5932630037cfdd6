import type { JsonWebKey } from 'node:crypto';
import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Sandbox } from '../../options.ts';
import { app, logIn, refresh, startKakao } from '../test-support.ts';

function read(part: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
}

/** As a client does it: from discovery to the key, and the signature over what stands before it. */
async function check(origin: string, idToken: string) {
  const discovery = await (await fetch(`${origin}/.well-known/openid-configuration`)).json();
  const { keys } = await (await fetch(discovery.jwks_uri)).json();
  const [head, claims, signature = ''] = idToken.split('.');
  const { kid, alg } = read(head);
  const jwk: JsonWebKey | undefined = keys.find((key: { kid: string }) => key.kid === kid);
  if (jwk === undefined) throw new Error(`no key ${kid}`);
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  const isRight = verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'));
  return { discovery, alg, isRight, claims: read(claims) };
}

async function start(): Promise<Sandbox> {
  return (await startKakao()).sandbox;
}

it('verifies by the keys that discovery leads to', async () => {
  const sandbox = await start();
  const scope = 'openid profile_nickname profile_image';
  const { id_token } = await logIn(sandbox, '서연', { scope });
  const { discovery, alg, isRight, claims } = await check(sandbox.url, id_token);
  expect([alg, isRight]).toEqual(['RS256', true]);
  // Every line of Kakao's, and none more: an app that relies on more would fail there.
  expect(discovery).toEqual({
    issuer: sandbox.url,
    authorization_endpoint: `${sandbox.url}/oauth/authorize`,
    token_endpoint: `${sandbox.url}/oauth/token`,
    userinfo_endpoint: `${sandbox.url}/v1/oidc/userinfo`,
    jwks_uri: `${sandbox.url}/.well-known/jwks.json`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    request_uri_parameter_supported: false,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: [
      'iss',
      'aud',
      'sub',
      'auth_time',
      'exp',
      'iat',
      'nonce',
      'nickname',
      'picture',
      'email',
    ],
  });
  const now = Date.UTC(2026, 0, 1) / 1000;
  expect(claims).toEqual({
    iss: sandbox.url,
    aud: app.clientId,
    sub: '1',
    iat: now,
    exp: now + 21_599,
    auth_time: now,
    nonce: 'nonce-1',
    nickname: '서연',
    picture: 'https://img.example/1.png',
  });
});

it('does not verify once a letter is changed', async () => {
  const sandbox = await start();
  const [head, claims = '', signature] = (await logIn(sandbox, '서연')).id_token.split('.');
  const other = Buffer.from(JSON.stringify({ ...read(claims), sub: '2' })).toString('base64url');
  expect((await check(sandbox.url, `${head}.${claims}.${signature}`)).isRight).toBe(true);
  expect((await check(sandbox.url, `${head}.${other}.${signature}`)).isRight).toBe(false);
});

it('names as its issuer the origin under which it was asked for', async () => {
  const sandbox = await start();
  const named = sandbox.url.replace('127.0.0.1', 'localhost');
  const at = { ...sandbox, url: named };
  const { claims, isRight } = await check(named, (await logIn(at, '서연')).id_token);
  expect([claims.iss, isRight]).toEqual([named, true]);
});

it('is as the tunnel before it says: https', async () => {
  const sandbox = await start();
  const headers = { 'X-Forwarded-Proto': 'https' };
  const response = await fetch(`${sandbox.url}/.well-known/openid-configuration`, { headers });
  expect((await response.json()).issuer).toBe(sandbox.url.replace('http:', 'https:'));
});

it('tells only what was agreed to, and no nonce after a refresh', async () => {
  const sandbox = await start();
  const { id_token, refresh_token } = await logIn(sandbox, '서연', { nonce: 'n' });
  expect(read(id_token.split('.')[1])).not.toHaveProperty('picture');
  const refreshed = (await refresh(sandbox, refresh_token)).json.id_token;
  const { isRight, claims } = await check(sandbox.url, refreshed);
  expect([isRight, claims.sub, claims.nonce]).toEqual([true, '1', undefined]);
});

it('still verifies after a reset: the key stays', async () => {
  const sandbox = await start();
  const { id_token } = await logIn(sandbox, '서연');
  sandbox.reset();
  expect((await check(sandbox.url, id_token)).isRight).toBe(true);
});
