import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { startAsking } from './support/asking.ts';
import { openBrowser, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

// What people do on the way from a client to its tokens, and what becomes of it.

let browser: Browser;
let place: KakaoPlace;
beforeAll(async () => {
  browser = await launchBrowser();
  place = await startKakaoPlace();
});
afterAll(async () => {
  await browser?.close();
  await place?.[Symbol.asyncDispose]();
});

// Nobody has joined the app or agreed to anything.
beforeEach(() => place.sandbox.reset());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

it('a no to us: the client hears it, and Kakao is never seen', async () => {
  await using client = await startAsking(place);
  const person = await openBrowser(browser, phone);
  const page = await person.tab();
  const seen: string[] = [];
  page.on('request', (request) => void seen.push(new URL(request.url()).origin));
  await page.goto(client.address);
  await walk(page).decline();
  await walk(page).arrive();
  expect(await client.heard()).toMatchObject({
    error: 'access_denied',
    state: client.state,
    iss: place.url,
  });
  expect(seen).toContain(place.url);
  expect(seen).not.toContain(place.sandbox.url);
  expect(person.complaints).toEqual([]);
});

it('a no to Kakao: the client hears it, and may ask again', async () => {
  await using client = await startAsking(place);
  const person = await openBrowser(browser);
  const page = await person.tab();
  await page.goto(client.address);
  await walk(page).agree();
  await walk(page).logInAs('최하준');
  await walk(page).cancelAtKakao();
  await walk(page).arrive();
  expect(await client.heard()).toMatchObject({ error: 'access_denied', state: client.state });
  await using again = await startAsking(place);
  await page.goto(again.address);
  await walk(page).goThrough();
  expect((await again.redeem()).scope).toBe('kakao:message kakao:friends');
  expect(person.complaints).toEqual([]);
});

it('another browser at the callback ends nothing and spoils nothing', async () => {
  await using client = await startAsking(place);
  const [mine, other] = [await openBrowser(browser), await openBrowser(browser)];
  const page = await mine.tab();
  await page.goto(client.address);
  await walk(page).agree();
  await heading(page, '누구로 로그인할까요?').waitFor();
  // Somebody who was sent the link.
  const elsewhere = await other.tab();
  await elsewhere.goto(page.url());
  await walk(elsewhere).logInAs('Mina Park');
  await walk(elsewhere).agreeAtKakao();
  await heading(elsewhere, '처음과 다른 브라우저입니다').waitFor();
  expect(client.listener.callbacks).toEqual([]);
  await walk(page).logInAs('김서연');
  await walk(page).agreeAtKakao();
  await walk(page).arrive();
  const { access_token } = await client.redeem();
  expect(access_token).toBeTruthy();
  expect([mine.complaints, other.complaints]).toEqual([[], []]);
});

it('a reload asks the same again, and one may go back from Kakao', async () => {
  await using client = await startAsking(place);
  const person = await openBrowser(browser, phone);
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
  const person = await openBrowser(browser);
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
  const person = await openBrowser(browser);
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
  const person = await openBrowser(browser);
  const [first, second] = [await person.tab(), await person.tab()];
  await Promise.all([first.goto(one.address), second.goto(two.address)]);
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

it('without a script, on a phone', async () => {
  await using client = await startAsking(place);
  const person = await openBrowser(browser, { ...phone, javaScriptEnabled: false });
  const page = await person.tab();
  await page.goto(client.address);
  await walk(page).goThrough('정유나');
  expect((await client.redeem()).access_token).toBeTruthy();
  expect(person.complaints).toEqual([]);
});
