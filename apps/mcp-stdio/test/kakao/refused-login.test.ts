import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { login } from '../../src/kakao/command/login.ts';
import { Problem } from '../../src/kakao/command/problem.ts';
import { run } from '../support/run.ts';
import { createWorld, without } from '../support/world.ts';
import { beginLogin, decide, freePort, logIn, tokensOf } from './support.ts';

const users = [{ id: 1, nickname: '김서연', friends: [] }];
/** One app, registered with a port or more. */
const seedOf = (port = '4021', more: object = {}) => {
  const redirectUris = [`http://localhost:${port}/auth/callback`];
  const apps = [{ clientId: 'kakao-test-app', redirectUris, ...more }];
  return { seed: { kakao: { apps, users } } };
};
/** As Kakao shows it; the sandbox has no app whose login is off. */
const loginIsOff = {
  path: '/oauth/authorize',
  status: 400,
  body: '<html><p>앱 관리자 설정 오류 (KOE004)</p></html>',
} as const;

describe('a login that Kakao refuses is told at once, with what to do in the console', () => {
  it.each([
    ['en', /Kakao knows no app with this KAKAO_CLIENT_ID \(KOE101\).*\n.*REST API key/],
    ['ko', /KAKAO_CLIENT_ID에 해당하는 앱이 없습니다\(KOE101\).*\n.*REST API 키/],
  ])('a wrong key (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG, KAKAO_CLIENT_ID: 'no' }, seedOf());
    const ran = await run(['kakao', 'login'], world.environment);
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(words) });
  });

  it.each([
    ['en', /The redirect URI is not registered \(KOE006\): (\S+)\n.*letter for letter/],
    ['ko', /리다이렉트 URI가 등록되어 있지 않습니다\(KOE006\): (\S+)\n.*글자 그대로/],
  ])('another port than the registered one (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG }, seedOf());
    const port = await freePort();
    const ran = await run(['kakao', 'login', '--port', port], world.environment);
    expect(ran.code).toBe(1);
    expect(words.exec(ran.stderr)?.[1]).toBe(`http://localhost:${port}/auth/callback`);
  });

  it('a consent item that is not set up', async () => {
    const port = await freePort();
    const scopes = ['openid', 'profile_nickname', 'talk_message'];
    await using world = await createWorld({}, seedOf(port, { scopes }));
    const argv = ['kakao', 'login', '--scopes', 'friends', '--port', port];
    const { code, stderr } = await run(argv, world.environment);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/KOE205.*friends\n.*동의항목/),
    });
  });

  it.each([
    ['en', /Kakao Login is off for this app \(KOE004\).*\n.*사용 설정.*ON/],
    ['ko', /카카오 로그인이 꺼져 있습니다\(KOE004\).*\n.*사용 설정.*ON/],
  ])('a login that is off (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG });
    world.sandbox.fault(loginIsOff);
    const ran = await run(['kakao', 'login', '--port', await freePort()], world.environment);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(words) });
  });

  it('a code that it does not know', async () => {
    await using world = await createWorld();
    world.sandbox.fault({ ...loginIsOff, body: 'KOE999' });
    const ran = await run(['kakao', 'login', '--port', await freePort()], world.environment);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/refuses.*KOE999\n/) });
  });

  it.each([
    ['en', /cannot be reached from here: ECONNREFUSED/],
    ['ko', /연결할 수 없습니다: ECONNREFUSED/],
  ])('nobody who answers (%s)', async (JEONBO_LANG, words) => {
    const KAKAO_AUTH_BASE_URL = `http://127.0.0.1:${await freePort()}`;
    await using world = await createWorld({ JEONBO_LANG, KAKAO_AUTH_BASE_URL });
    const ran = await run(['kakao', 'login', '--port', await freePort()], world.environment);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(words) });
  });

  it('no key at all', async () => {
    await using world = await createWorld();
    const ran = await run(['kakao', 'login'], without(world, 'KAKAO_CLIENT_ID'));
    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/KAKAO_CLIENT_ID.*\n.*플랫폼 키/),
    });
  });
});

describe('a login that ends badly keeps nothing', () => {
  it.each([
    ['en', /the consent was refused/, /You are not logged in/],
    ['ko', /동의를 거절해서 로그인하지 않았습니다/, /로그인하지 못했습니다/],
  ])('the person says no (%s)', async (JEONBO_LANG, words, title) => {
    await using world = await createWorld({ JEONBO_LANG });
    const { code, stderr, page } = await logIn(world, { refuse: true });
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringMatching(words) });
    expect(page.status).toBe(400);
    expect(await page.text()).toMatch(title);
    expect(await tokensOf(world, '3000000001')).toBeUndefined();
  });

  it('the secret is wrong', async () => {
    const port = await freePort();
    const seed = seedOf(port, { clientSecret: 'the-right-one' });
    await using world = await createWorld({}, seed);
    const { code, stderr } = await logIn(world, {}, '--port', port);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/KOE010.*\n.*KAKAO_CLIENT_SECRET/),
    });
  });

  it('OpenID Connect is off, so nobody knows who it is', async () => {
    await using world = await createWorld();
    const answer = { token_type: 'bearer', access_token: 'a', refresh_token: 'r', expires_in: 9 };
    world.sandbox.fault({ path: '/oauth/token', body: JSON.stringify(answer) });
    const { code, stderr } = await logIn(world);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/OpenID Connect.*\n.*ON/),
    });
  });

  it('the code is another login’s', async () => {
    await using world = await createWorld();
    const first = await beginLogin(world.environment);
    const second = await beginLogin(world.environment);
    // The code of one with the state of the other: PKCE says no, whatever the state says.
    const mixed = new URL(await decide(world.sandbox, first.url));
    const state = new URL(second.url).searchParams.get('state') ?? '';
    mixed.searchParams.set('state', state);
    mixed.port = new URL(new URL(second.url).searchParams.get('redirect_uri') ?? '').port;
    await fetch(mixed);
    expect(await second.ended).toMatchObject({ code: 1, stderr: expect.stringContaining('KOE') });
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 4 });
    expect(await tokensOf(world, '3000000001')).toBeUndefined();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s, and the port is free again', async (signal) => {
    await using world = await createWorld();
    const port = await freePort();
    const login = await beginLogin(world.environment, '--port', port);
    await login.written(/Waiting for the login, \d+:\d\d left/);
    login.child.kill(signal);
    const { code, stdout, stderr } = await login.ended;
    expect({ code, stdout, stderr }).toMatchObject({
      code: 4,
      stdout: '',
      stderr: expect.stringMatching(/Canceled/),
    });
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow('fetch failed');
  });

  it('the time is over', async () => {
    await using world = await createWorld();
    const { environment } = world;
    const stderr = new PassThrough();
    const words = text(stderr);
    const context = contextOf({ environment, stderr });
    const port = Number(await freePort());
    const options = { account: undefined, scopes: [], port, paste: false, json: false } as const;
    const late = login({ kind: 'login', ...options }, context, 200);
    const problem: unknown = await late.catch((error: unknown) => error);
    stderr.end();
    if (!(problem instanceof Problem)) throw problem;
    expect(problem).toMatchObject({ code: 'tooLate', exitCode: 4 });
    expect(problem.in('ko')).toMatch(/1분 동안 아무도 로그인하지 않았습니다/);
    expect(await words).toContain('0:00 left');
  });

  it('the port is taken', async () => {
    await using world = await createWorld();
    const port = await freePort();
    const first = await beginLogin(world.environment, '--port', port);
    const second = await run(['kakao', 'login', '--port', port], world.environment);
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining(`Port ${port}`) });
    first.child.kill('SIGINT');
    await first.ended;
  });
});
