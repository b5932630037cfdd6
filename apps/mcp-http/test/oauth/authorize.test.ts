import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import {
  atKakao,
  authorizationRequest,
  authorize,
  logIn,
  openConsent,
  people,
  redirectUri,
  register,
  type TestClient,
} from '../support/oauth.ts';

let place: KakaoPlace;
let client: TestClient;
beforeAll(async () => {
  place = await startKakaoPlace();
  client = await register(place.url);
});
afterAll(() => place[Symbol.asyncDispose]());

const ask = (query: Readonly<Record<string, string | undefined>> = {}) =>
  authorizationRequest(place.url, { client, query });

/** What the client hears, or the page where it must hear nothing. */
async function answer(query: Readonly<Record<string, string | undefined>>) {
  const { address } = ask(query);
  const { status, next, text } = await createBrowser().open(address);
  const led = next ? new URL(next) : undefined;
  // Where a client wants its answer behind a hash, that is where it hears of its mistake.
  const told = new URLSearchParams(led?.hash.slice(1) || led?.search);
  const error = told.get('error');
  return {
    status,
    error,
    led: led && led.origin + led.pathname,
    iss: told.get('iss'),
    text,
  };
}

describe('a request', () => {
  it.each([
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['PKCE without a method', { code_challenge_method: undefined }, 'invalid_request'],
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['the implicit flow', { response_type: 'token' }, 'invalid_request'],
    ['a hybrid flow', { response_type: 'code id_token' }, 'invalid_request'],
    ['another server’s resource', { resource: 'https://other.example/mcp' }, 'invalid_target'],
    ['this origin alone as a resource', { resource: '{issuer}/' }, 'invalid_target'],
    ['the answer in a fragment', { response_mode: 'fragment' }, 'invalid_request'],
    ['a request object', { request: 'e30.e30.' }, 'request_not_supported'],
    ['no question', { prompt: 'none' }, 'consent_required'],
  ])('with %s is refused, at the client', async (_name, query, error) => {
    const filled =
      'resource' in query ? { resource: query.resource.replace('{issuer}', place.url) } : query;
    const { iss, text: _page, ...rest } = await answer(filled);
    expect(rest).toEqual({ status: 303, error, led: redirectUri });
    expect(iss).toBe(place.url);
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
    ['a path more', { redirect_uri: `${redirectUri}/more` }, 'invalid_redirect_uri'],
    ['a query more', { redirect_uri: `${redirectUri}?a=1` }, 'invalid_redirect_uri'],
    ['another host', { redirect_uri: 'http://localhost:33333/callback' }, 'invalid_redirect_uri'],
    ['another site', { redirect_uri: 'https://evil.example/callback' }, 'invalid_redirect_uri'],
    [
      'a name before the host',
      { redirect_uri: 'http://127.0.0.1:33333@evil.example/callback' },
      'invalid_redirect_uri',
    ],
    ['no redirect', { redirect_uri: undefined }, 'invalid_request'],
  ])('with %s leads nowhere: a page says so', async (_name, query, code) => {
    const { status, led, text } = await answer(query);
    expect([status, led]).toEqual([400, undefined]);
    expect(text).toContain(code);
  });

  it('may come from any port of this machine', async () => {
    const { address } = ask({ redirect_uri: 'http://127.0.0.1:54321/callback' });
    const back = await authorize(place, address);
    expect(back.origin).toBe('http://127.0.0.1:54321');
    expect(back.searchParams.get('code')).toBeTruthy();
  });

  it('gets the scopes that exist, and all of them where it names none', async () => {
    const scopeOf = async (scope?: string) =>
      (await logIn(place, { query: { scope } })).tokens.scope;
    expect(await scopeOf()).toBe('kakao:message kakao:friends');
    expect(await scopeOf('openid profile')).toBe('kakao:message kakao:friends');
    expect(await scopeOf('kakao:friends openid email')).toBe('kakao:friends');
    expect(await scopeOf('kakao:message offline_access')).toBe('kakao:message');
  });
});

describe('the person', () => {
  it('is asked each time, whoever agreed before', async () => {
    const browser = createBrowser();
    await logIn(place, { client, browser });
    const consent = await openConsent(browser, ask().address);
    expect(consent.status).toBe(200);
    expect(consent.text).toContain('Test Host');
    expect(browser.cookies.map(({ name }) => name)).not.toContain('jeonbo_session');
  });

  it('may be another one in the same browser', async () => {
    const browser = createBrowser();
    await logIn(place, { client, browser, user: people.seoyeon });
    const back = await authorize(place, ask().address, { browser, user: people.doyun });
    expect(back.searchParams.get('code')).toBeTruthy();
  });

  it('declines: the client hears it, and Kakao is not asked', async () => {
    const { address, state } = ask();
    const browser = createBrowser();
    const consent = await openConsent(browser, address);
    const { next = '' } = await browser.submit(consent, { decision: 'decline' });
    const { next: last = '' } = await browser.open(next);
    const back = Object.fromEntries(new URL(last).searchParams);
    expect(back).toMatchObject({ error: 'access_denied', state, iss: place.url });
    expect(back).not.toHaveProperty('code');
  });

  it('cancels at Kakao: the client hears it', async () => {
    const browser = createBrowser();
    const consent = await openConsent(browser, ask().address);
    const { next = '' } = await browser.submit(consent, { decision: 'agree' });
    const callback = await atKakao(place, next, people.mina, { refuse: true });
    const { next: resume = '' } = await browser.open(callback);
    const { next: last = '' } = await browser.open(resume);
    expect(new URL(last).searchParams.get('error')).toBe('access_denied');
  });

  it('is told by a page that forbids everything it does not need', async () => {
    const { headers } = await openConsent(createBrowser(), ask().address);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('reads it in the language that the client or the browser asks for', async () => {
    const page = async (query: Record<string, string>, headers = {}) => {
      const browser = createBrowser();
      const { next = '' } = await browser.open(ask(query).address);
      return (await browser.open(next, headers)).text;
    };
    expect(await page({})).toContain('<html lang="en">');
    expect(await page({}, { 'accept-language': 'ko-KR' })).toContain('<html lang="ko">');
    expect(await page({ ui_locales: 'ko' }, { 'accept-language': 'en' })).toContain(
      '<html lang="ko">',
    );
  });
});

describe('another browser', () => {
  it('sees no question of this one', async () => {
    const { next = '' } = await createBrowser().open(ask().address);
    expect((await createBrowser().open(next)).status).toBe(400);
  });

  it('cannot end a log-in, nor spoil it', async () => {
    const [mine, other] = [createBrowser(), createBrowser()];
    const consent = await openConsent(mine, ask().address);
    const { next = '' } = await mine.submit(consent, { decision: 'agree' });
    const callback = await atKakao(place, next, people.seoyeon);
    await openConsent(other, ask().address);
    const refused = await other.open(callback);
    expect([refused.status, refused.next]).toEqual([403, undefined]);
    const { next: resume = '' } = await mine.open(callback);
    // Nor take what this one got on the way.
    expect((await other.open(resume)).status).toBe(400);
    const { next: last = '' } = await mine.open(resume);
    expect(new URL(last).searchParams.get('code')).toBeTruthy();
  });

  it('hears nothing, though it was sent the link of somebody who agreed', async () => {
    const [attacker, victim] = [createBrowser(), createBrowser()];
    const consent = await openConsent(attacker, ask().address);
    const { next = '' } = await attacker.submit(consent, { decision: 'agree' });
    // The victim opens the attacker's link to Kakao and logs in there.
    const callback = await atKakao(place, next, people.doyun);
    expect((await victim.open(callback)).status).toBe(403);
  });
});

describe('the answer to our question', () => {
  const submit = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const browser = createBrowser();
    const consent = await openConsent(browser, ask().address);
    return browser.submit(consent, { decision: 'agree', ...fields }, headers);
  };

  it.each([
    ['without its token', { csrf: '' }, {}],
    ['with another page’s token', { csrf: 'x'.repeat(43) }, {}],
    ['from another site’s page', {}, { origin: 'https://evil.example' }],
    ['from a page that hides where it is from', {}, { origin: 'null' }],
    ['from a page of another port', {}, { origin: 'http://127.0.0.1:1' }],
    ['sent by another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['as text', {}, { 'content-type': 'text/plain' }],
    ['with no decision', { decision: 'maybe' }, {}],
  ])('%s does nothing', async (_name, fields, headers) => {
    const { status, next } = await submit(fields, headers);
    expect([status, next]).toEqual([400, undefined]);
  });

  it('counts for its own question only', async () => {
    const browser = createBrowser();
    const first = await openConsent(browser, ask().address);
    const second = await openConsent(browser, ask().address);
    const mixed = {
      ...second,
      text: second.text.replace(/name="csrf" value="[^"]+"/, tokenIn(first.text)),
    };
    expect((await browser.submit(mixed, { decision: 'agree' })).status).toBe(400);
    expect((await browser.submit(second, { decision: 'agree' })).status).toBe(200);
  });
});

it('takes a state once', async () => {
  const browser = createBrowser();
  const consent = await openConsent(browser, ask().address);
  const { next = '' } = await browser.submit(consent, { decision: 'agree' });
  const callback = await atKakao(place, next, people.seoyeon);
  expect((await browser.open(callback)).status).toBe(303);
  expect((await browser.open(callback)).status).toBe(400);
  const invented = `${place.url}/auth/callback?code=a&state=${'s'.repeat(43)}`;
  expect((await browser.open(invented)).status).toBe(400);
});

function tokenIn(page: string): string {
  return /name="csrf" value="[^"]+"/.exec(page)?.[0] ?? '';
}
