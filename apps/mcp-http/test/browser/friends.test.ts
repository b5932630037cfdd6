import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { logIn } from '../support/oauth.ts';
import { callTool, contentOf } from '../support/raw.ts';
import { openBrowser, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

// The link by which a person agrees to more: what they are told fits what they did.

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
beforeEach(() => place.sandbox.reset());

/** A call that wants more than 김서연 agreed to, with the link at its end open in a browser. */
async function openLink(tool: string, parameters: object, scopes: readonly string[]) {
  const { headers } = await logIn(place, { scopes });
  const call = async () => contentOf(await callTool(place.mcp, headers, tool, parameters));
  const refused = await call();
  expect(refused).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
  const person = await openBrowser(browser, phone);
  const page = await person.tab();
  await page.goto((refused.details as { consent_url: string }).consent_url);
  await walk(page).logInAs('김서연');
  return { page, person, call };
}

const words = (page: Page) => page.getByRole('main').textContent();
const withoutFriends = ['profile_nickname', 'talk_message'];

it('who agrees is told what to do next', async () => {
  const { page, person, call } = await openLink('search_kakao_friends', {}, withoutFriends);
  await walk(page).agreeAtKakao();
  await page.getByRole('heading', { name: '친구 목록 제공에 동의했습니다' }).waitFor();
  expect(await words(page)).toContain('다시 요청하세요');
  expect(await call()).toMatchObject({ total_count: 4 });
  expect(person.complaints).toEqual([]);
});

it('who goes on without the tick has agreed to nothing, and is not told otherwise', async () => {
  const { page, person, call } = await openLink('search_kakao_friends', {}, withoutFriends);
  await page.getByRole('button', { name: '선택한 항목만 동의하고 계속하기' }).click();
  await page.getByRole('heading', { name: '동의하지 않았습니다' }).waitFor();
  expect(await call()).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
  expect(person.complaints).toEqual([]);
});

it('who cancels keeps what was there before', async () => {
  const { page, person, call } = await openLink('search_kakao_friends', {}, withoutFriends);
  await walk(page).cancelAtKakao();
  await page.getByRole('heading', { name: '동의하지 않았습니다' }).waitFor();
  // The app may still send: it did not lose what it had.
  expect(await words(page)).toContain('새로 허용한 것은 없습니다');
  expect(await call()).toMatchObject({ error_code: 'CONSENT_REQUIRED' });
  expect(person.complaints).toEqual([]);
});

it('who is asked for messages reads nothing of friends', async () => {
  const message = { message: '이제 보낼 수 있어요' };
  const { page, person, call } = await openLink('send_message_to_me', message, [
    'profile_nickname',
  ]);
  await walk(page).agreeAtKakao();
  await page.getByRole('heading', { name: '동의했습니다', exact: true }).waitFor();
  expect(await words(page)).not.toContain('친구');
  expect(await call()).toMatchObject({ success: true, result_code: 0 });
  expect(person.complaints).toEqual([]);
});
