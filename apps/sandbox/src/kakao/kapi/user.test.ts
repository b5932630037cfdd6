import { describe, expect, it } from 'vitest';
import { app, call, codeFor, exchange, logIn, refresh, startKakao } from '../test-support.ts';

describe('an access token', () => {
  it('is missing, unknown or over: -401 in Kakao’s words', async () => {
    const { sandbox, clock } = await startKakao();
    const bare = await fetch(`${sandbox.url}/v2/user/scopes`);
    expect([bare.status, (await bare.json()).code]).toEqual([401, -401]);
    const unknown = await call(sandbox, 'nothing', 'GET', '/v2/user/scopes');
    expect([unknown.status, unknown.json]).toEqual([
      401,
      { msg: 'this access token does not exist', code: -401 },
    ]);
    const { access_token, refresh_token } = await logIn(sandbox, '서연');
    clock.advance(21_599_000);
    const over = await call(sandbox, access_token, 'GET', '/v2/user/scopes');
    expect([over.status, over.json]).toEqual([
      401,
      { msg: 'this access token is already expired', code: -401 },
    ]);
    expect((await call(sandbox, refresh_token, 'GET', '/v2/user/scopes')).status).toBe(401);
  });

  it('of somebody whom another seed does not know is -101', async () => {
    const { sandbox } = await startKakao();
    const { access_token } = await logIn(sandbox, '서연');
    const other = await startKakao({ users: [{ id: 2, nickname: '도윤' }] });
    other.sandbox.restore(sandbox.snapshot());
    const { status, json } = await call(other.sandbox, access_token, 'GET', '/v2/user/scopes');
    expect([status, json.code]).toEqual([400, -101]);
  });
});

it('tells who the user is, with what was agreed to', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const path = '/v1/oidc/userinfo';
  expect((await call(sandbox, access_token, 'GET', path)).json).toEqual({
    sub: '1',
    nickname: '서연',
  });
  const { access_token: more } = await logIn(sandbox, '서연', { scope: 'openid,profile_image' });
  expect((await call(sandbox, more, 'GET', path)).json.picture).toBe('https://img.example/1.png');
});

it('wants openid for userinfo', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연', { scope: 'profile_nickname' });
  const { status, json } = await call(sandbox, access_token, 'GET', '/v1/oidc/userinfo');
  expect([status, json]).toMatchObject([
    403,
    { code: -402, required_scopes: ['openid'], allowed_scopes: ['profile_nickname'] },
  ]);
});

it('lists the consent items, all or those asked for', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연', {}, ['profile_nickname', 'talk_message']);
  const all = await call(sandbox, access_token, 'GET', '/v2/user/scopes');
  expect(all.json.id).toBe(1);
  expect(
    all.json.scopes.map(({ id, agreed }: { id: string; agreed: boolean }) => [id, agreed]),
  ).toEqual([
    ['profile_nickname', true],
    ['profile_image', false],
    ['talk_message', true],
    ['friends', false],
  ]);
  const ask = (scopes: string) => call(sandbox, access_token, 'GET', '/v2/user/scopes', { scopes });
  expect((await ask('["friends"]')).json.scopes).toHaveLength(1);
  for (const wrong of ['friends', '["nothing"]', '{}']) {
    expect([(await ask(wrong)).status, (await ask(wrong)).json.code]).toEqual([400, -2]);
  }
});

it('logs out of one log-in: both of its tokens are dead, the other log-in is not', async () => {
  const { sandbox } = await startKakao();
  const [one, other] = [await logIn(sandbox, '서연'), await logIn(sandbox, '서연')];
  expect((await call(sandbox, one.access_token, 'POST', '/v1/user/logout')).json).toEqual({
    id: 1,
  });
  expect((await call(sandbox, one.access_token, 'GET', '/v2/user/scopes')).json.code).toBe(-401);
  expect((await refresh(sandbox, one.refresh_token)).json.error_code).toBe('KOE322');
  expect((await call(sandbox, other.access_token, 'GET', '/v2/user/scopes')).status).toBe(200);
});

it('unlinks: every token is dead, and who comes back is asked again', async () => {
  const { sandbox } = await startKakao();
  const [one, other] = [await logIn(sandbox, '도윤'), await logIn(sandbox, '도윤')];
  expect((await call(sandbox, one.access_token, 'POST', '/v1/user/unlink')).json).toEqual({
    id: 2,
  });
  expect((await call(sandbox, other.access_token, 'GET', '/v2/user/scopes')).json.code).toBe(-401);
  expect((await refresh(sandbox, other.refresh_token)).json.error_code).toBe('KOE322');
  const { json } = await exchange(
    sandbox,
    await codeFor(sandbox, '도윤', { scope: 'profile_nickname' }),
  );
  expect(json.scope).toBe('profile_nickname');
});

it('keeps apps apart: leaving one leaves the other alone', async () => {
  const second = { ...app, clientId: 'second' };
  const { sandbox } = await startKakao({ apps: [app, second] });
  const [first, other] = [
    await logIn(sandbox, '서연'),
    await logIn(sandbox, '서연', { client_id: 'second' }),
  ];
  await call(sandbox, first.access_token, 'POST', '/v1/user/unlink');
  expect((await call(sandbox, other.access_token, 'GET', '/v2/user/scopes')).status).toBe(200);
});

it('has nothing at other paths and methods', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  expect((await call(sandbox, access_token, 'GET', '/v1/user/nothing')).status).toBe(404);
  expect((await call(sandbox, access_token, 'GET', '/v1/user/unlink')).status).toBe(405);
});
