import { expect, it } from 'vitest';
import { app, call, logIn, postToken, refresh, startKakao } from '../test-support.ts';

const day = 24 * 60 * 60 * 1000;
const month = 30 * day;
const lifetime = 5_183_999 * 1000;

it('brings an access token and no refresh token while a month or more is left', async () => {
  const { sandbox, clock } = await startKakao();
  const { refresh_token, access_token } = await logIn(sandbox, '서연');
  clock.advance(lifetime - month);
  const { status, json } = await refresh(sandbox, refresh_token);
  expect(status).toBe(200);
  expect(json).toEqual({
    token_type: 'bearer',
    access_token: expect.not.stringContaining(access_token),
    expires_in: 21_599,
    id_token: expect.any(String),
  });
  expect((await refresh(sandbox, refresh_token)).status).toBe(200);
});

it('brings a new refresh token when less is left, and then the old one is dead', async () => {
  const { sandbox, clock } = await startKakao();
  const { refresh_token } = await logIn(sandbox, '서연');
  clock.advance(lifetime - month + 1);
  const { json } = await refresh(sandbox, refresh_token);
  expect(json.refresh_token_expires_in).toBe(5_183_999);
  expect(json.refresh_token).not.toBe(refresh_token);
  const old = await refresh(sandbox, refresh_token);
  expect([old.status, old.json]).toEqual([
    400,
    {
      error: 'invalid_grant',
      error_description: 'expired_or_invalid_refresh_token',
      error_code: 'KOE322',
    },
  ]);
  // The new one has its full time again.
  clock.advance(lifetime - month);
  const next = await refresh(sandbox, json.refresh_token);
  expect([next.status, next.json.refresh_token]).toEqual([200, undefined]);
});

it('gives the new refresh token to one of two that come at the same time', async () => {
  const { sandbox, clock } = await startKakao();
  const { refresh_token } = await logIn(sandbox, '서연');
  clock.advance(lifetime - day);
  const both = await Promise.all([
    refresh(sandbox, refresh_token),
    refresh(sandbox, refresh_token),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

it('refuses one that is over, unknown, missing, another app’s, or an access token', async () => {
  const other = { ...app, clientId: 'other', clientSecret: undefined };
  const { sandbox, clock } = await startKakao({ apps: [app, other] });
  const { refresh_token, access_token } = await logIn(sandbox, '서연');
  const codeOf = async (token: string, more = {}) =>
    (await refresh(sandbox, token, more)).json.error_code;
  expect(await codeOf('nothing')).toBe('KOE322');
  expect(await codeOf(access_token)).toBe('KOE322');
  expect(await codeOf(refresh_token, { client_id: 'other' })).toBe('KOE322');
  const missing = await postToken(sandbox, { grant_type: 'refresh_token' });
  expect([missing.status, missing.json]).toMatchObject([
    400,
    { error: 'invalid_grant', error_code: 'KOE319' },
  ]);
  clock.advance(lifetime);
  expect(await codeOf(refresh_token)).toBe('KOE322');
});

it('happens thirty times an hour', async () => {
  const { sandbox, clock } = await startKakao();
  const { refresh_token } = await logIn(sandbox, '서연');
  for (let count = 0; count < 30; count += 1) {
    // So slowly that the limit of access tokens is never met.
    clock.advance(60_000);
    expect((await refresh(sandbox, refresh_token)).status).toBe(200);
  }
  const { status, json } = await refresh(sandbox, refresh_token);
  expect([status, json.error_code]).toEqual([429, 'KOE237']);
  clock.advance(31 * 60_000);
  expect((await refresh(sandbox, refresh_token)).status).toBe(200);
});

it('leaves the earlier access token alone until its own end', async () => {
  const { sandbox, clock } = await startKakao();
  const first = await logIn(sandbox, '서연');
  const second = (await refresh(sandbox, first.refresh_token)).json;
  const statusOf = async (token: string) =>
    (await call(sandbox, token, 'GET', '/v2/user/scopes')).status;
  expect(await statusOf(first.access_token)).toBe(200);
  clock.advance(21_599_000 - 1);
  expect(await statusOf(second.access_token)).toBe(200);
  clock.advance(1);
  expect(await statusOf(second.access_token)).toBe(401);
});

it('can be counted by who tests an app', async () => {
  const { sandbox } = await startKakao();
  const { refresh_token } = await logIn(sandbox, '서연');
  await refresh(sandbox, refresh_token);
  const refreshes = sandbox
    .exchanges()
    .filter(({ request }) => request.body.includes('grant_type=refresh_token'));
  expect(refreshes).toHaveLength(1);
});
