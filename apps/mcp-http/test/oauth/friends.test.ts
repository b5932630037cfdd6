import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { atKakao, type LoggedIn, logIn, people } from '../support/oauth.ts';
import { callTool } from '../support/raw.ts';

let place: KakaoPlace;
beforeAll(async () => {
  place = await startKakaoPlace();
});
afterAll(() => place[Symbol.asyncDispose]());

async function search({ headers }: LoggedIn) {
  const { body } = await callTool(place.mcp, headers, 'search_kakao_friends', {});
  return JSON.parse(body).result.structuredContent as {
    error_code?: string;
    friends?: readonly unknown[];
    details?: { consent_url: string };
  };
}

/** A person without the consent, and the link that asks for it. */
async function asked(user: string) {
  const login = await logIn(place, { user });
  const { error_code, details } = await search(login);
  expect(error_code).toBe('CONSENT_REQUIRED');
  return { login, link: details?.consent_url ?? '' };
}

describe('the link', () => {
  it('leads to Kakao, and back to friends', async () => {
    const { login, link } = await asked(people.seoyeon);
    const { origin, pathname, searchParams } = new URL(link);
    expect(origin + pathname).toBe(`${place.sandbox.url}/oauth/authorize`);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      redirect_uri: `${place.url}/friends/callback`,
      scope: 'openid,friends',
      code_challenge_method: 'S256',
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    // In any browser: it is opened from a host, not from where the log-in was.
    const callback = await atKakao(place, link, people.seoyeon);
    const page = await createBrowser().open(callback);
    expect([page.status, page.next]).toEqual([200, undefined]);
    expect((await search(login)).friends?.length).toBeGreaterThan(0);
    // The messages of before go on with the new tokens.
    const sent = await callTool(place.mcp, login.headers, 'send_message_to_me', { message: 'a' });
    expect(sent.body).toContain('"result_code":0');
    expect((await createBrowser().open(callback)).status).toBe(400);
  });

  it('counts for nobody but who was asked', async () => {
    const { login, link } = await asked(people.jiho);
    const other = await logIn(place, { user: people.seoyeon });
    const friendsBefore = (await search(other)).friends?.length;
    const callback = await atKakao(place, link, people.doyun);
    const page = await createBrowser().open(callback);
    expect(page.status).toBe(403);
    expect((await search(login)).error_code).toBe('CONSENT_REQUIRED');
    expect((await search(other)).friends?.length).toBe(friendsBefore);
    expect((await createBrowser().open(callback)).status).toBe(400);
  });

  it('may be refused', async () => {
    const { login, link } = await asked(people.jiho);
    const callback = await atKakao(place, link, people.jiho, { refuse: true });
    expect((await createBrowser().open(callback)).status).toBe(200);
    expect((await search(login)).error_code).toBe('CONSENT_REQUIRED');
  });

  it('is no log-in, and a log-in is no link', async () => {
    const { link } = await asked(people.jiho);
    const callback = new URL(await atKakao(place, link, people.jiho));
    const swapped = `${place.url}/auth/callback${callback.search}`;
    expect((await createBrowser().open(swapped)).status).toBe(400);
    expect((await createBrowser().open(`${place.url}/friends/callback`)).status).toBe(400);
    expect(
      (await createBrowser().open(`${place.url}/friends/callback?state=a&code=b`)).status,
    ).toBe(400);
  });

  it('that Kakao does not like ends in words, with Kakao’s code', async () => {
    const [first, second] = [await asked(people.sora), await asked(people.sora)];
    const callback = await atKakao(place, first.link, people.sora);
    place.sandbox.fault({ path: '/oauth/token', status: 500 });
    expect((await createBrowser().open(callback)).status).toBeGreaterThanOrEqual(500);
    const wrong = new URL(await atKakao(place, second.link, people.sora));
    wrong.searchParams.set('code', 'invented');
    const page = await createBrowser().open(wrong.href);
    expect(page.status).toBe(502);
    expect(page.text).toContain('KOE320');
  });
});
