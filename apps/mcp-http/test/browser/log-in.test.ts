import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { logIn } from '../support/oauth.ts';
import { callTool, contentOf } from '../support/raw.ts';
import { startAsking } from './support/asking.ts';
import { openBrowser, type Person, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

// What people do on the way from a client to its tokens, and what becomes of it.

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

it('a no to us: the client hears it, and Kakao is never seen', async () => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser, phone);
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
  await using person = await openBrowser(browser);
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
  await using mine = await openBrowser(browser);
  await using other = await openBrowser(browser);
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

it('without a script, on a phone', async () => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser, { ...phone, javaScriptEnabled: false });
  const page = await person.tab();
  await page.goto(client.address);
  await walk(page).goThrough('정유나');
  expect((await client.redeem()).access_token).toBeTruthy();
  expect(person.complaints).toEqual([]);
});
it.each([
  ['ko-KR', 'ko', '누구로 로그인할까요?', '끝난 요청입니다'],
  ['en-US', 'en', 'Who logs in?', 'This request is over'],
] as const)('in the language of the browser: %s', async (locale, language, atKakao, over) => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser, { locale });
  const page = await person.tab();
  const lang = () => page.locator('html').getAttribute('lang');
  await page.goto(client.address);
  const question = page.url();
  expect(await lang()).toBe(language);
  await walk(page, language).agree();
  await heading(page, atKakao).waitFor();
  await walk(page, language).logInAs('김서연');
  await walk(page, language).agreeAtKakao();
  await walk(page, language).arrive();
  await page.goto(question);
  await heading(page, over).waitFor();
  expect(await lang()).toBe(language);
  expect(person.complaints).toEqual([]);
});

it('by keyboard alone, and one sees where one is', async () => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser);
  const page = await person.tab();
  await page.goto(client.address);
  await reach(page, '허용하고 카카오로 로그인');
  await page.keyboard.press('Enter');
  await heading(page, '누구로 로그인할까요?').waitFor();
  await reach(page, '김서연');
  await page.keyboard.press('Enter');
  await reach(page, '모두 동의하고 계속하기');
  await page.keyboard.press('Space');
  await walk(page).arrive();
  expect((await client.redeem()).access_token).toBeTruthy();
  expect(person.complaints).toEqual([]);
});

describe('the link to agree to more', () => {
  it('who agrees is told what to do next', async () => {
    await using person = await openBrowser(browser, phone);
    const { page, call } = await openLink(person, 'search_kakao_friends', {});
    await walk(page).agreeAtKakao();
    await page.getByRole('heading', { name: '친구 목록 제공에 동의했습니다' }).waitFor();
    expect(await words(page)).toContain('다시 요청하세요');
    expect(await call()).toMatchObject({ total_count: 4 });
    expect(person.complaints).toEqual([]);
  });

  it('who goes on without the tick has agreed to nothing, and is not told otherwise', async () => {
    await using person = await openBrowser(browser, phone);
    const { page, call } = await openLink(person, 'search_kakao_friends', {});
    await page.getByRole('button', { name: '선택한 항목만 동의하고 계속하기' }).click();
    await page.getByRole('heading', { name: '동의하지 않았습니다' }).waitFor();
    expect(await call()).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
    expect(person.complaints).toEqual([]);
  });

  it('who cancels keeps what was there before', async () => {
    await using person = await openBrowser(browser, phone);
    const { page, call } = await openLink(person, 'search_kakao_friends', {});
    await walk(page).cancelAtKakao();
    await page.getByRole('heading', { name: '동의하지 않았습니다' }).waitFor();
    // The app may still send: it did not lose what it had.
    expect(await words(page)).toContain('새로 허용한 것은 없습니다');
    expect(await call()).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
    expect(person.complaints).toEqual([]);
  });

  it('who is asked for messages reads nothing of friends', async () => {
    const message = { message: '이제 보낼 수 있어요' };
    await using person = await openBrowser(browser, phone);
    const { page, call } = await openLink(person, 'send_message_to_me', message, [
      'profile_nickname',
    ]);
    await walk(page).agreeAtKakao();
    await page.getByRole('heading', { name: '동의했습니다', exact: true }).waitFor();
    expect(await words(page)).not.toContain('친구');
    expect(await call()).toMatchObject({ success: true, result_code: 0 });
    expect(person.complaints).toEqual([]);
  });
});

/** Goes on by the tab key until a button is reached. */
async function reach(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.waitFor();
  const isThere = () => button.evaluate((element) => element === document.activeElement);
  for (let stops = 0; stops < 15 && !(await isThere()); stops += 1)
    await page.keyboard.press('Tab');
  const style = await button.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return [element === document.activeElement, outlineStyle, Number.parseFloat(outlineWidth) >= 2];
  });
  expect([name, style]).toEqual([name, [true, 'solid', true]]);
}

/** A call that wants more than 김서연 agreed to, with the link at its end open in a browser. */
async function openLink(
  person: Person,
  tool: string,
  parameters: object,
  scopes: readonly string[] = ['profile_nickname', 'talk_message'],
) {
  const { headers } = await logIn(place, { scopes });
  const call = async () => contentOf(await callTool(place.mcp, headers, tool, parameters));
  const refused = await call();
  expect(refused).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
  const page = await person.tab();
  await page.goto((refused.details as { consent_url: string }).consent_url);
  await walk(page).logInAs('김서연');
  return { page, call };
}

const words = (page: Page) => page.getByRole('main').textContent();
