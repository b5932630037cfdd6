import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../options.ts';
import { startTestSandbox } from '../../test-support.ts';
import {
  app,
  authorize,
  authorizePath,
  exchange,
  postForm,
  redirectUri,
  startKakao,
} from '../test-support.ts';

async function page(sandbox: Sandbox, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(sandbox.url + path, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A step of the form on the pages. */
function step(sandbox: Sandbox, fields: readonly (readonly [string, string])[], path?: string) {
  const request = (path ?? authorizePath()).split('?')[1] ?? '';
  return postForm(sandbox, '/oauth/authorize', [['request', request], ...fields]);
}

async function location(response: Response): Promise<URL> {
  expect([response.status, await response.text()]).toEqual([302, '']);
  return new URL(response.headers.get('location') ?? '');
}

describe('the log-in page', () => {
  it('lists the people of the seed, escaped, and lets nothing run', async () => {
    const mean = '"><script>alert(1)</script>';
    const { sandbox } = await startKakao({ users: [{ id: 7, nickname: mean }] });
    const { status, headers, text } = await page(sandbox, authorizePath({ state: mean }));
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('테스트 &lt;앱&gt;');
    expect(text).toContain('name="user" value="7"');
    expect(text).not.toMatch(/\sstyle=|\son\w+=|<style/);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'; style-src 'self';/);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is in the language of the browser, unless the app or the person wants another', async () => {
    const { sandbox } = await startKakao();
    const english = { 'Accept-Language': 'en-US,en;q=0.9,ko;q=0.8' };
    expect((await page(sandbox, authorizePath(), english)).text).toContain('<html lang="en">');
    expect((await page(sandbox, authorizePath())).text).toContain('<html lang="ko">');
    const wanted = authorizePath({ ui_locales: 'ko' });
    expect((await page(sandbox, wanted, english)).text).toContain('<html lang="ko">');
    const french = { 'Accept-Language': 'fr' };
    expect((await page(sandbox, authorizePath(), french)).text).toContain('<html lang="ko">');
  });

  it.each<[string, Record<string, string | undefined>, number, string]>([
    ['another app', { client_id: 'other' }, 401, 'KOE101'],
    ['no app', { client_id: undefined }, 401, 'KOE101'],
    ['no redirect_uri', { redirect_uri: undefined }, 400, 'KOE207'],
    ['no response_type', { response_type: undefined }, 400, 'KOE207'],
    ['a redirect_uri with a slash more', { redirect_uri: `${redirectUri}/` }, 400, 'KOE006'],
    ['a redirect_uri with a query more', { redirect_uri: `${redirectUri}?a=1` }, 400, 'KOE006'],
    ['a loopback one', { redirect_uri: 'http://127.0.0.1:3000/auth/callback' }, 400, 'KOE006'],
    ['the implicit grant', { response_type: 'token' }, 400, 'KOE202'],
    ['another response_type', { response_type: 'code id_token' }, 400, 'KOE201'],
    ['a scope nobody knows', { scope: 'openid account_email' }, 400, 'KOE205'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 400, 'KOE001'],
    ['PKCE without a method', { code_challenge_method: undefined }, 400, 'KOE001'],
    ['a method without a challenge', { code_challenge: undefined }, 400, 'KOE001'],
    ['a challenge that is no S256', { code_challenge: 'short' }, 400, 'KOE001'],
  ])('refuses %s with a page, and sends nobody anywhere', async (_name, more, status, code) => {
    const { sandbox } = await startKakao();
    const answer = await page(sandbox, authorizePath(more));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.text).toContain(`<strong>${code}</strong>`);
    // The forms hold the request too: changing it there gets no further.
    const posted = await step(
      sandbox,
      [
        ['user', '1'],
        ['decision', 'all'],
      ],
      authorizePath(more),
    );
    expect([posted.status, posted.headers.get('location')]).toEqual([status, null]);
  });

  it('refuses everybody where Kakao Login is off: KOE004', async () => {
    const { sandbox } = await startKakao({ apps: [{ ...app, login: false }] });
    const answer = await page(sandbox, authorizePath());
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(answer.text).toContain('<strong>KOE004</strong>');
    expect(answer.text).toContain('login');
  });

  it('refuses openid where OpenID Connect is off: KOE205', async () => {
    const { sandbox } = await startKakao({ apps: [{ ...app, scopes: ['profile_nickname'] }] });
    const asked = authorizePath({ scope: 'openid profile_nickname' });
    expect((await page(sandbox, asked)).text).toContain('<strong>KOE205</strong>');
    const unasked = authorizePath({ scope: undefined });
    expect((await page(sandbox, unasked)).status).toBe(200);
  });

  it('refuses a parameter that is there twice', async () => {
    const { sandbox } = await startKakao();
    const path = `${authorizePath()}&redirect_uri=${encodeURIComponent('https://evil.example')}`;
    expect((await page(sandbox, path)).text).toContain('KOE001');
  });

  it('takes any loopback address where there is no seed, and nothing else', async () => {
    const { sandbox } = await startTestSandbox();
    const status = async (redirect_uri: string) =>
      (await page(sandbox, authorizePath({ redirect_uri, client_id: 'any' }))).status;
    expect(await status('http://127.0.0.1:3000/cb')).toBe(200);
    expect(await status('http://localhost/cb?x=1')).toBe(200);
    expect(await status('http://[::1]:9/cb')).toBe(200);
    for (const wrong of [
      'https://app.example/cb',
      'http://127.0.0.1.evil.example/',
      'http://localhost@evil.example/',
      'http://localhost/#x',
      'javascript://localhost/',
      'nothing',
    ]) {
      expect([wrong, await status(wrong)]).toEqual([wrong, 400]);
    }
  });

  it.each(['login', 'select_account', 'create', 'login,select_account'])(
    'is shown with prompt=%s, to those who joined too',
    async (prompt) => {
      const { sandbox } = await startKakao();
      const { status, text } = await page(sandbox, authorizePath({ prompt }));
      expect(status).toBe(200);
      expect(text).toContain('name="user" value="2"');
    },
  );

  it('answers prompt=none to the app: nobody is ever logged in here', async () => {
    const { sandbox } = await startKakao();
    const answer = await page(sandbox, authorizePath({ prompt: 'none' }));
    const url = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      error: 'login_required',
      state: 'state-1',
    });
  });

  it('knows no other test user', async () => {
    const { sandbox } = await startKakao();
    expect((await step(sandbox, [['user', '99']])).status).toBe(400);
  });
});

describe('the consent page', () => {
  it('asks for each scope, required ones first, and never for openid', async () => {
    const { sandbox } = await startKakao();
    const scope = 'friends talk_message openid profile_nickname';
    const text = await (await step(sandbox, [['user', '1']], authorizePath({ scope }))).text();
    const asked = [...text.matchAll(/name="agree" value="(\w+)"( required)?/g)];
    expect(asked.map(([, name, required]) => [name, required !== undefined])).toEqual([
      ['profile_nickname', true],
      ['friends', false],
      ['talk_message', false],
    ]);
    expect(text).not.toContain(' checked');
  });

  it('grants what is chosen and nothing else', async () => {
    const { sandbox } = await startKakao();
    const url = await location(
      await step(sandbox, [
        ['user', '1'],
        ['agree', 'profile_nickname'],
        ['agree', 'talk_message'],
        // Not asked for: no form can add it.
        ['agree', 'profile_image'],
        ['decision', 'chosen'],
      ]),
    );
    expect(url.origin + url.pathname).toBe(redirectUri);
    expect(url.searchParams.get('state')).toBe('state-1');
    const { json } = await exchange(sandbox, url.searchParams.get('code') ?? '');
    expect(json.scope).toBe('openid profile_nickname talk_message');
  });

  it('comes again where a required one is missing', async () => {
    const { sandbox } = await startKakao();
    const answer = await step(sandbox, [
      ['user', '1'],
      ['agree', 'friends'],
      ['decision', 'chosen'],
    ]);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('role="alert"');
  });

  it('sends a refusal back to the app', async () => {
    const { sandbox } = await startKakao();
    const url = await location(
      await step(sandbox, [
        ['user', '1'],
        ['decision', 'refuse'],
      ]),
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'User denied access',
      state: 'state-1',
    });
  });

  it.each([
    'openid,talk_message,friends',
    'openid talk_message friends',
    'openid, talk_message friends',
  ])('takes scopes as Kakao writes them and as OAuth does: %s', async (scope) => {
    const { sandbox } = await startKakao();
    const text = await (await step(sandbox, [['user', '1']], authorizePath({ scope }))).text();
    const asked = [...text.matchAll(/name="agree" value="(\w+)"/g)].map(([, name]) => name);
    expect(asked).toEqual(['talk_message', 'friends']);
  });

  it('is for the first time only where the app names no scopes', async () => {
    const { sandbox } = await startKakao();
    const unnamed = authorizePath({ scope: undefined });
    // What she refused then she is not asked again, until the app names it.
    await authorize(sandbox, '서연', { scope: undefined }, ['profile_nickname']);
    const url = await location(await step(sandbox, [['user', '1']], unnamed));
    const { json } = await exchange(sandbox, url.searchParams.get('code') ?? '');
    expect(json.scope).toBe('openid profile_nickname');
    const named = authorizePath({ scope: 'openid,talk_message' });
    expect(await (await step(sandbox, [['user', '1']], named)).text()).toContain('talk_message');
  });

  it('is skipped where all was agreed to before, and asks only for what is new', async () => {
    const { sandbox } = await startKakao();
    expect((await location(await step(sandbox, [['user', '2']]))).searchParams.has('code')).toBe(
      true,
    );
    await authorize(sandbox, '서연', { scope: 'profile_nickname' });
    const text = await (await step(sandbox, [['user', '1']])).text();
    expect(text).toContain('value="friends"');
    expect(text).not.toContain('value="profile_nickname"');
  });
});

it('keeps the query of a redirect_uri, and leaves out a state that was not given', async () => {
  const withQuery = 'https://app.example/cb?tenant=a';
  const { sandbox } = await startKakao({ apps: [{ ...app, redirectUris: [withQuery] }] });
  const url = await authorize(sandbox, '서연', { redirect_uri: withQuery, state: undefined });
  expect([...url.searchParams.keys()]).toEqual(['tenant', 'code']);
});
