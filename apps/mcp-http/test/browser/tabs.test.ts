import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { startBalancer } from '../support/round-robin.ts';
import { type Asking, startAsking } from './support/asking.ts';
import { startMeetingPoint } from './support/meeting-point.ts';
import { openBrowser, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

// Reloads, ways back, several tabs, cookies: what a browser keeps, and what people do with it on the way.

let browser: Browser;
let place: KakaoPlace;
beforeAll(async () => {
  browser = await launchBrowser();
  place = await startKakaoPlace();
});
afterAll(async () => {
  await Promise.all([browser?.close(), place?.[Symbol.asyncDispose]()]);
});

// Nobody has joined the app or agreed to anything.
beforeEach(() => place.sandbox.reset());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

it('a reload asks the same again, and one may go back from Kakao', async () => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser, phone);
  const page = await person.tab();
  await page.goto(client.address);
  const question = page.url();
  await page.reload();
  expect(page.url()).toBe(question);
  await walk(page).agree();
  await heading(page, '누구로 로그인할까요?').waitFor();
  // The page that led there is none to come back to.
  await page.goBack();
  expect(page.url()).toBe(question);
  await walk(page).goThrough();
  expect((await client.redeem()).access_token).toBeTruthy();
  expect(person.complaints).toEqual([]);
});

it('afterwards the way back leads to words, not to a second log-in', async () => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser);
  const page = await person.tab();
  await page.goto(client.address);
  const question = page.url();
  let callback = '';
  page.on('request', (request) => {
    if (request.url().includes('/auth/callback')) callback = request.url();
  });
  await walk(page).goThrough();
  await client.redeem();
  for (const address of [question, callback]) {
    expect((await page.goto(address))?.status()).toBe(400);
    await heading(page, '끝난 요청입니다').waitFor();
    await page.reload();
    await heading(page, '끝난 요청입니다').waitFor();
  }
  expect(client.listener.callbacks).toHaveLength(1);
  expect(person.complaints).toEqual([]);
});

it('who presses twice gets there once', async () => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser);
  const page = await person.tab();
  await page.goto(client.address);
  await page.getByRole('button', { name: '허용하고 카카오로 로그인' }).dblclick();
  await walk(page).logInAs('이도윤');
  await page.getByRole('button', { name: '모두 동의하고 계속하기' }).dblclick();
  await walk(page).arrive();
  expect((await client.redeem()).access_token).toBeTruthy();
  expect(person.complaints).toEqual([]);
});

it('two clients at once in two tabs: each gets its own', async () => {
  await using one = await startAsking(place, 'One');
  await using two = await startAsking(place, 'Two');
  await using person = await openBrowser(browser);
  const [first, second] = [await person.tab(), await person.tab()];
  await first.goto(one.address);
  await second.goto(two.address);
  await Promise.all([walk(first).agree(), walk(second).agree()]);
  await walk(second).logInAs('김서연');
  await walk(first).logInAs('이도윤');
  await walk(first).agreeAtKakao();
  await walk(first).arrive();
  await walk(second).agreeAtKakao();
  await walk(second).arrive();
  for (const client of [one, two]) {
    expect(await client.heard()).toMatchObject({ state: client.state });
    expect((await client.redeem()).access_token).toBeTruthy();
  }
  expect(person.complaints).toEqual([]);
});

it('two tabs that open at the same moment: what the other tab undid is asked again, not lost', async () => {
  await using front = await startMeetingPoint(/^\/interaction\//, 2);
  await using behind = await startKakaoPlace({ BASE_URL: front.url });
  front.lead(behind.url);
  await using one = await startAsking(front, 'One');
  await using two = await startAsking(front, 'Two');
  await using person = await openBrowser(browser);
  const [first, second] = [await person.tab(), await person.tab()];
  // Both come without a cookie and are given one each; the browser keeps one of them.
  await Promise.all([first.goto(one.address), second.goto(two.address)]);
  expect([await press(first), await press(second)].sort()).toEqual([200, 400]);
  for (const tab of [first, second]) {
    if (tab.url().startsWith(front.url)) expect(await press(tab)).toBe(200);
    await walk(tab).logInAs('김서연');
    // Asked once: the second tab is of somebody who has joined.
    if (tab === first) await walk(tab).agreeAtKakao();
    await walk(tab).arrive();
  }
  for (const client of [one, two]) expect((await client.redeem()).access_token).toBeTruthy();
  expect(person.complaints).toEqual([]);
});

describe('cookies', () => {
  it('by https: for this host alone, secure, out of reach of scripts and of other sites', async () => {
    await using front = await startBalancer({ tls: true });
    await using behind = await startKakaoPlace({ BASE_URL: front.url });
    front.lead(behind.url);
    await using client = await startAsking(front);
    const kept = await cookiesOf(client, front.url);
    for (const cookie of kept) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true });
      expect(cookie.domain).toBe('localhost');
      expect(cookie.name).toMatch(/^__(Host|Secure)-jeonbo_/);
    }
    expect(kept.filter(({ path }) => path === '/').map(({ name }) => name)).toEqual([
      '__Host-jeonbo_browser',
    ]);
  });

  it('by http on this machine: the same but for what http cannot', async () => {
    await using client = await startAsking(place);
    const kept = await cookiesOf(client, place.url);
    for (const cookie of kept)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false });
  });
});

/** Agrees. @returns the status of what was answered, when it is there */
async function press(page: Page): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  const there = page.waitForEvent('domcontentloaded');
  await walk(page).agree();
  const status = (await answered).status();
  await there;
  // The page that leads on is left at once.
  if (status === 200) await heading(page, '누구로 로그인할까요?').waitFor();
  return status;
}

/** Those that a whole log-in left or showed on its way. No page sees any. */
async function cookiesOf(client: Asking, origin: string) {
  await using person = await openBrowser(browser, { ignoreHTTPSErrors: true });
  const page = await person.tab();
  await page.goto(client.address);
  expect(page.url()).toMatch(new RegExp(`^${origin}/interaction/`));
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const during = await person.context.cookies();
  await walk(page).goThrough();
  expect((await client.redeem()).access_token).toBeTruthy();
  const after = await person.context.cookies();
  expect(during.length).toBeGreaterThan(1);
  expect(person.complaints).toEqual([]);
  return [...during, ...after.filter(({ name }) => !during.some((one) => one.name === name))];
}
