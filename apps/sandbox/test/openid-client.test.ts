import type { Configuration } from 'openid-client';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
} from 'openid-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { manualClock, type Sandbox, startSandbox } from '../src/index.ts';

// A certified OpenID Connect client, which knows nothing of Kakao or of us: it finds its way by discovery alone.

const clientId = 'app';
const clientSecret = 'a-secret-of-the-console';
const redirectUri = 'http://localhost:3000/auth/callback';
const clock = manualClock(new Date());
let sandbox: Sandbox;
let client: Configuration;

beforeEach(async () => {
  sandbox = await startSandbox({
    clock,
    seed: {
      kakao: {
        apps: [{ clientId, clientSecret, redirectUris: [redirectUri] }],
        users: [{ id: 7, nickname: '김서연', image: 'https://img.example/7.png' }],
      },
    },
  });
  // Loopback is HTTP, which the client takes only where it is told to.
  const execute = [allowInsecureRequests, enableNonRepudiationChecks];
  client = await discovery(new URL(sandbox.url), clientId, clientSecret, undefined, { execute });
});
afterEach(() => sandbox.close());

async function begin(scope = 'openid profile_nickname') {
  const [nonce, state, verifier] = [randomNonce(), randomState(), randomPKCECodeVerifier()];
  const url = buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return {
    url,
    checks: {
      expectedNonce: nonce,
      expectedState: state,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    },
  };
}

async function comeBack(url: URL, more: object = {}): Promise<URL> {
  const response = await fetch(`${sandbox.url}/_sandbox/kakao/authorize`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: url.href, user: '김서연', ...more }),
  });
  return new URL((await response.json()).location);
}

async function logIn(scope?: string) {
  const { url, checks } = await begin(scope);
  return authorizationCodeGrant(client, await comeBack(url), checks);
}

it('finds every endpoint, on the host that its metadata says', () => {
  const { authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri } =
    client.serverMetadata();
  const all = [authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri];
  expect(all.map((each) => new URL(each ?? '').origin)).toEqual(Array(4).fill(sandbox.url));
  expect(client.serverMetadata().supportsPKCE()).toBe(true);
});

it('logs somebody in with PKCE, checks the id_token by the keys, and asks who it is', async () => {
  const tokens = await logIn('openid profile_nickname profile_image');
  const claims = tokens.claims();
  expect(claims).toMatchObject({ iss: sandbox.url, aud: clientId, sub: '7', nickname: '김서연' });
  expect([tokens.expires_in, tokens.refresh_token]).toEqual([21_599, expect.any(String)]);
  expect(await fetchUserInfo(client, tokens.access_token, claims?.sub ?? '')).toEqual({
    sub: '7',
    nickname: '김서연',
    picture: 'https://img.example/7.png',
  });
});

it('refreshes, and is told a new refresh token in the last month only', async () => {
  const { refresh_token = '', ...first } = await logIn();
  const again = await refreshTokenGrant(client, refresh_token);
  expect(again.refresh_token).toBeUndefined();
  expect(again.access_token).not.toBe(first.access_token);
  expect(again.claims()?.sub).toBe('7');

  clock.advance(31 * 24 * 60 * 60 * 1000);
  const late = await refreshTokenGrant(client, refresh_token);
  expect(late.refresh_token).toEqual(expect.any(String));
  const dead = { error: 'invalid_grant', status: 400 };
  await expect(refreshTokenGrant(client, refresh_token)).rejects.toMatchObject(dead);
  await refreshTokenGrant(client, late.refresh_token ?? '');
});

it('holds up a code that is not its own, not fresh or not of this log-in', async () => {
  const { url, checks } = await begin();
  const back = await comeBack(url);
  const other = { ...checks, pkceCodeVerifier: randomPKCECodeVerifier() };
  const refused = { error: 'invalid_grant', status: 400 };
  await expect(authorizationCodeGrant(client, back, other)).rejects.toMatchObject(refused);
  // Whoever had it was not the app: it is used up.
  await expect(authorizationCodeGrant(client, back, checks)).rejects.toMatchObject(refused);

  const second = await begin();
  const mixedUp = { ...second.checks, expectedNonce: randomNonce() };
  const replayed = authorizationCodeGrant(client, await comeBack(second.url), mixedUp);
  await expect(replayed).rejects.toMatchObject({ cause: { cause: { claim: 'nonce' } } });
});

it('hears that the person refused', async () => {
  const { url, checks } = await begin();
  const back = await comeBack(url, { refuse: true });
  await expect(authorizationCodeGrant(client, back, checks)).rejects.toMatchObject({
    error: 'access_denied',
  });
});

it('hears that its secret is wrong', async () => {
  const { url, checks } = await begin();
  const back = await comeBack(url);
  const execute = [allowInsecureRequests];
  const stranger = await discovery(new URL(sandbox.url), clientId, 'wrong', undefined, { execute });
  await expect(authorizationCodeGrant(stranger, back, checks)).rejects.toMatchObject({
    error: 'invalid_client',
    status: 401,
  });
});
