import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import {
  authorizationRequest,
  authorize,
  logIn,
  postToken,
  redirectUri,
  refresh,
  register,
  type TestClient,
} from '../support/oauth.ts';
import { callTool } from '../support/raw.ts';

let place: KakaoPlace;
let client: TestClient;
beforeAll(async () => {
  // One clock for everything in this process, the store and the sandbox included.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  place = await startKakaoPlace();
  client = await register(place.url);
});
afterAll(async () => {
  await place[Symbol.asyncDispose]();
  vi.useRealTimers();
});
// Kakao gives each person 20 tokens in ten minutes.
beforeEach(() => pass(601));

function pass(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
}

async function codeFor(of: TestClient = client) {
  const { verifier, address } = authorizationRequest(place.url, { client: of });
  const code = (await authorize(place, address)).searchParams.get('code') ?? '';
  return {
    grant_type: 'authorization_code',
    code,
    client_id: of.client_id,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
}

const post = (fields: Readonly<Record<string, string>>) => postToken(place.url, fields);
const check = (token: string) =>
  callTool(place.mcp, { authorization: `Bearer ${token}` }, 'check_message', { message: 'hi' });

describe('a code', () => {
  it('is redeemed once, however many try at once', async () => {
    const fields = await codeFor();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(fields)));
    const granted = answers.filter(({ status }) => status === 200);
    expect(granted).toHaveLength(1);
    expect((await check(granted[0]?.body.access_token ?? '')).status).toBe(200);
    const others = answers.filter(({ status }) => status !== 200);
    expect(new Set(others.map(({ body }) => body.error))).toEqual(new Set(['invalid_grant']));
  });

  it('that comes back later ends what it brought', async () => {
    const fields = await codeFor();
    const { body } = await post(fields);
    expect((await check(body.access_token)).status).toBe(200);
    expect((await post(fields)).body.error).toBe('invalid_grant');
    expect((await check(body.access_token)).status).toBe(200);
    pass(11);
    expect((await post(fields)).body.error).toBe('invalid_grant');
    expect((await check(body.access_token)).status).toBe(401);
    expect((await refresh(place.url, client, body.refresh_token)).body.error).toBe('invalid_grant');
  });

  it('is over after a minute', async () => {
    const fields = await codeFor();
    pass(61);
    expect((await post(fields)).body.error).toBe('invalid_grant');
  });

  it.each([
    ['another verifier', { code_verifier: 'v'.repeat(43) }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_grant'],
    ['another redirect', { redirect_uri: 'http://127.0.0.1:1/callback' }, 'invalid_grant'],
    ['no redirect', { redirect_uri: '' }, 'invalid_request'],
    ['another resource', { resource: 'https://other.example/mcp' }, 'invalid_target'],
  ])('brings nothing with %s', async (_name, fields, error) => {
    const { status, body } = await post({ ...(await codeFor()), ...fields });
    expect([status, body.error]).toEqual([400, error]);
  });

  it('is its client’s alone', async () => {
    const other = await register(place.url);
    const { body } = await post({ ...(await codeFor()), client_id: other.client_id });
    expect(body.error).toBe('invalid_grant');
  });
});

describe('a client with a secret', () => {
  it('has to show it', async () => {
    const secret = await register(place.url, { token_endpoint_auth_method: 'client_secret_post' });
    expect(secret.client_secret).toBeTruthy();
    const { tokens } = await logIn(place, { client: secret });
    const { client_secret: _hidden, ...without } = secret;
    expect((await refresh(place.url, without, tokens.refresh_token)).status).toBe(401);
    expect((await refresh(place.url, secret, tokens.refresh_token)).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('has one successor, however many ask at once', async () => {
    const { tokens } = await logIn(place, { client });
    const ask = () => refresh(place.url, client, tokens.refresh_token);
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const [next, ...others] = new Set(answers.map(({ body }) => body.refresh_token));
    expect([next === tokens.refresh_token, others]).toEqual([false, []]);
    for (const { body } of answers) expect((await check(body.access_token)).status).toBe(200);
  });

  it('answers the same for a minute, though its successor was used meanwhile', async () => {
    const { tokens } = await logIn(place, { client });
    const first = (await refresh(place.url, client, tokens.refresh_token)).body;
    const second = (await refresh(place.url, client, first.refresh_token)).body;
    pass(59);
    const again = (await refresh(place.url, client, tokens.refresh_token)).body;
    expect(again.refresh_token).toBe(first.refresh_token);
    expect((await refresh(place.url, client, second.refresh_token)).status).toBe(200);
  });

  it('that comes back after that ends everything of its log-in, and nothing else', async () => {
    const other = await logIn(place, { client });
    const { tokens } = await logIn(place, { client });
    const next = (await refresh(place.url, client, tokens.refresh_token)).body;
    pass(61);
    expect((await refresh(place.url, client, tokens.refresh_token)).body.error).toBe(
      'invalid_grant',
    );
    expect((await refresh(place.url, client, next.refresh_token)).body.error).toBe('invalid_grant');
    expect((await check(next.access_token)).status).toBe(401);
    expect((await check(other.tokens.access_token)).status).toBe(200);
  });

  it('lives thirty days from its last use, a year at most', async () => {
    const { tokens } = await logIn(place, { client });
    const day = 24 * 3600;
    let token = tokens.refresh_token;
    for (let months = 0; months < 12; months++) {
      pass(29 * day);
      const { status, body } = await refresh(place.url, client, token);
      expect(status).toBe(200);
      token = body.refresh_token;
      // Kakao forgets who does nothing for two months.
      const headers = { authorization: `Bearer ${body.access_token}` };
      const sent = await callTool(place.mcp, headers, 'send_message_to_me', { message: token });
      expect(sent.body).toContain('"result_code":0');
    }
    pass(29 * day);
    expect((await refresh(place.url, client, token)).body.error).toBe('invalid_grant');
  });

  it('is over after thirty days without use', async () => {
    const { tokens } = await logIn(place, { client });
    pass(31 * 24 * 3600);
    expect((await refresh(place.url, client, tokens.refresh_token)).body.error).toBe(
      'invalid_grant',
    );
  });

  it('gives no more than it was given, but less', async () => {
    const scope = 'kakao:message';
    const { tokens } = await logIn(place, { client, query: { scope } });
    const ask = (wanted: string) =>
      post({
        grant_type: 'refresh_token',
        refresh_token: tokens.refresh_token,
        client_id: client.client_id,
        scope: wanted,
      });
    expect((await ask('kakao:message kakao:friends')).body.error).toBe('invalid_scope');
    expect((await ask(scope)).body.scope).toBe(scope);
  });

  it('is its client’s alone', async () => {
    const { tokens } = await logIn(place, { client });
    const other = await register(place.url);
    expect((await refresh(place.url, other, tokens.refresh_token)).body.error).toBe(
      'invalid_grant',
    );
    expect((await refresh(place.url, client, tokens.refresh_token)).status).toBe(200);
  });

  it('is not given to a client that did not ask to refresh', async () => {
    const once = await register(place.url, { grant_types: ['authorization_code'] });
    expect((await logIn(place, { client: once })).tokens.refresh_token).toBeUndefined();
  });
});

describe('an access token', () => {
  it('is over after an hour', async () => {
    const { tokens } = await logIn(place, { client });
    pass(3599);
    expect((await check(tokens.access_token)).status).toBe(200);
    pass(2);
    expect((await check(tokens.access_token)).status).toBe(401);
  });

  it('is no refresh token and no code, nor the other way round', async () => {
    const { tokens } = await logIn(place, { client });
    expect((await refresh(place.url, client, tokens.access_token)).body.error).toBe(
      'invalid_grant',
    );
    expect((await check(tokens.refresh_token)).status).toBe(401);
  });
});
