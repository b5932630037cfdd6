import { stat } from 'node:fs/promises';
import { get } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTree } from '../support/read-tree.ts';
import { clientSecret, createWorld } from '../support/world.ts';
import { beginLogin, decide, freePort, logIn, tokensOf } from './support.ts';

/** Another path, method or name than the login comes back with. */
async function ask(
  port: string,
  { path = '/auth/callback', host = `localhost:${port}`, method = 'GET' } = {},
): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const options = { host: '127.0.0.1', port, path, method, headers: { host } };
  get(options, (response) => resolve(response.resume().statusCode)).on('error', reject);
  return promise;
}

describe('kakao login', () => {
  it.each([
    ['en', /Logged in: 김서연 \(account default\)\nAgreed to: profile_nickname, talk_message\n/],
    [
      'ko',
      /로그인했습니다: 김서연 \(default 계정\)\n동의한 항목: profile_nickname, talk_message\n/,
    ],
  ])('logs a person in and says so, there and in the browser (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG });
    const { code, stdout, stderr, page } = await logIn(world);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(words) });
    expect(stdout).toContain('kakao login --account default --scopes friends');
    expect(stderr).toMatch(/http:\/\/localhost:\d+\/auth\/callback[,(]/);
    expect(page.status).toBe(200);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; .*frame-ancestors 'none'$/,
      ),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const html = await page.text();
    expect(html).toContain(`<html lang="${JEONBO_LANG}">`);
    expect(html).toContain('<p>김서연</p>');
    expect(html).not.toMatch(/<script|https?:|=["']\//);
  });

  it('keeps the tokens encrypted, for their owner alone, and shows none', async () => {
    await using world = await createWorld();
    const { stdout, stderr } = await logIn(world, {}, '--json');
    expect(JSON.parse(stdout)).toEqual({
      account: 'default',
      user_id: '3000000001',
      nickname: '김서연',
      scopes: ['openid', 'profile_nickname', 'talk_message'],
      refresh_expires_at: expect.stringMatching(/^20\d\d-/),
    });
    const { accessToken, refreshToken } = (await tokensOf(world, '3000000001')) ?? {};
    const tokens = [String(accessToken), String(refreshToken)];
    expect(tokens.join()).toMatch(/^[\w-]{20,},[\w-]{20,}$/);
    const files = await readTree(join(world.home, 'data'));
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const { path, bytes } of files) {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      for (const secret of [...tokens, '김서연', clientSecret])
        expect(bytes.includes(secret), `${path} holds ${secret}`).toBe(false);
    }
    for (const token of tokens) expect(stdout + stderr).not.toContain(token);
  });

  it('asks with PKCE, state and nonce, for who it is and to send', async () => {
    await using world = await createWorld();
    const login = await beginLogin(world.environment);
    const asked = Object.fromEntries(new URL(login.url).searchParams);
    expect(asked).toMatchObject({
      client_id: 'kakao-test-app',
      response_type: 'code',
      scope: 'openid,profile_nickname,talk_message',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked[name]).toMatch(/^[\w-]{43}$/);
    login.child.kill('SIGINT');
    await login.ended;
  });

  it('refuses what is not its own login, and waits on', async () => {
    await using world = await createWorld();
    const port = await freePort();
    const login = await beginLogin(world.environment, '--port', port);
    const location = await decide(world.sandbox, login.url);
    const other = new URL(location);
    other.searchParams.set('state', 'another');
    const wrong = await fetch(other);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('This is another login');
    await login.written(/refused; still waiting/);
    expect(await ask(port, { path: '/' })).toBe(404);
    expect(await ask(port, { path: '/favicon.ico' })).toBe(404);
    expect(await ask(port, { method: 'POST' })).toBe(405);
    const path = location.slice(new URL(location).origin.length);
    expect(await ask(port, { path, host: 'rebound.example' })).toBe(403);
    expect(await ask(port, { path, host: `127.0.0.1:${port}` })).toBe(403);
    expect((await fetch(location)).status).toBe(200);
    expect(await login.ended).toMatchObject({ code: 0 });
  });

  it('takes one redirect, and tells a second that it is done', async () => {
    await using world = await createWorld();
    world.sandbox.fault({ path: '/oauth/token', delayMs: 300 });
    const login = await beginLogin(world.environment);
    const location = await decide(world.sandbox, login.url);
    const pages = await Promise.all([fetch(location), fetch(location)]);
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await login.ended).toMatchObject({ code: 0 });
  });

  it('listens on this machine only, on IPv4 and IPv6', async () => {
    await using world = await createWorld();
    const port = await freePort();
    const login = await beginLogin(world.environment, '--port', port);
    expect(await ask(port)).toBe(400);
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    if (own.some(({ address }) => address === '::1'))
      expect((await fetch(`http://[::1]:${port}/`)).status).toBe(403);
    for (const { address, family, internal } of own)
      if (!internal && family === 'IPv4')
        await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow('fetch failed');
    login.child.kill('SIGINT');
    await login.ended;
  });

  it('widens a login that there is, for the same person', async () => {
    await using world = await createWorld();
    await logIn(world);
    const widened = await beginLogin(world.environment, '--scopes', 'friends');
    const asked = new URL(widened.url).searchParams;
    expect(asked.get('scope')).toBe('openid,profile_nickname,talk_message,friends');
    expect(asked.get('prompt')).toBeNull();
    await fetch(await decide(world.sandbox, widened.url));
    const { stdout } = await widened.ended;
    expect(stdout).toContain('profile_nickname, talk_message, friends');
    expect(stdout).not.toContain('--scopes friends');
  });

  it('says what a login without the consent to send lacks', async () => {
    await using world = await createWorld();
    const { code, stdout } = await logIn(world, { scopes: ['profile_nickname'] });
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Without talk_message nothing/),
    });
  });

  it('gives a name to one person only', async () => {
    await using world = await createWorld();
    await logIn(world);
    const other = await logIn(world, { user: '이도윤' });
    expect(other).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/default is 김서연, and 이도윤 logged in. Nothing was changed/),
    });
    expect(other.page.status).toBe(400);
    expect(await other.page.text()).toContain('--account NAME');
    // Else a browser that remembers 김서연 would not ask for anybody else.
    const login = await beginLogin(world.environment, '--account', 'work');
    expect(new URL(login.url).searchParams.get('prompt')).toBe('select_account');
    await fetch(await decide(world.sandbox, login.url, { user: '이도윤' }));
    expect(await login.ended).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('KAKAO_ACCOUNT=work'),
    });
  });
});
