import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import { handOffPage } from '../../src/pages/index.ts';
import { type Browser, openPage, type Page } from './open-page.ts';
import { type PagesServer, type ShownPage, startPages } from './pages-server.ts';
import { samples } from './samples.ts';

// The consent form in a real browser, on to other origins as Kakao and the client are.

const korean = samples('ko');

let browser: Browser;
let kakao: PagesServer;
let ours: PagesServer;
/** What the form's POST is answered with. */
let answer: ShownPage | { readonly redirect: string };

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  // Leads on at once, as Kakao does with somebody who is logged in there: to yet another origin, by another name.
  kakao = await startPages((_, path) =>
    path.startsWith('/login')
      ? { redirect: `${kakao.url.replace('127.0.0.1', 'localhost')}/client` }
      : korean['notice-friendsAgreed'],
  );
  answer = {
    kind: 'handOff',
    body: handOffPage({ language: 'ko', to: `${kakao.url}/login?a=1&b='2'` }),
  };
  ours = await startPages((method, path) =>
    method === 'POST' ? answer : korean[path.replace('/', '')],
  );
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await Promise.all([kakao.close(), ours.close()]);
});

const agree = (page: Page) => page.getByRole('button', { name: '허용하고 카카오로 로그인' });
const decline = (page: Page) => page.getByRole('button', { name: '거절' });

it('leads on to other origins after the POST, without a script and with form-action on ourselves only', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${ours.url}/consent-program`);
  await agree(page).click();
  await page.waitForURL('http://localhost:*/client');
  const [{ origin, fields } = { fields: undefined }] = ours.posted;
  expect(origin).toBe(ours.url);
  expect(Object.fromEntries(fields ?? [])).toEqual({ csrf: 't0ken', decision: 'agree' });
  expect(kakao.requests[0]).toBe('GET /login?a=1&b=%272%27');
  expect(complaints).toEqual([]);
});

it('would be stopped by the browser with a redirect instead', async () => {
  answer = { redirect: `${kakao.url}/login` };
  const { page, complaints } = await openPage(browser);
  await page.goto(`${ours.url}/consent-program`);
  await agree(page).click();
  await expect.poll(() => complaints.join()).toContain('form-action');
  expect(kakao.requests).toEqual([]);
});

it('can be answered with a path of ours', async () => {
  answer = { kind: 'handOff', body: handOffPage({ language: 'ko', to: '/message-english' }) };
  const { page } = await openPage(browser);
  await page.goto(`${ours.url}/consent-program`);
  await decline(page).click();
  await page.waitForURL(`${ours.url}/message-english`);
  expect(ours.posted[0]?.fields.get('decision')).toBe('decline');
});

it('asks a second, deliberate act for what another site wants, and none to decline', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${ours.url}/consent-site`);
  await agree(page).click();
  expect(await page.locator('input:invalid').count()).toBe(1);
  expect(ours.posted).toEqual([]);
  await page.getByLabel('방금 이 사이트에서 내가 직접 시작했습니다.').check();
  await agree(page).click();
  await page.waitForURL('http://localhost:*/client');
  expect(ours.posted.length).toBe(1);

  await page.goto(`${ours.url}/consent-site`);
  await decline(page).click();
  await page.waitForURL('http://localhost:*/client');
  expect(ours.posted[1]?.fields.get('decision')).toBe('decline');
});

it('goes by keyboard in the order in which it is read, and shows where one is', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${ours.url}/consent-site`);
  const stops: unknown[] = [];
  for (let stop = 0; stop < 3; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return [element.textContent || element.localName, outlineStyle, outlineWidth];
      }),
    );
  }
  expect(stops).toEqual([
    ['input', 'solid', '2px'],
    ['허용하고 카카오로 로그인', 'solid', '2px'],
    ['거절', 'solid', '2px'],
  ]);
  await page.keyboard.press('Enter');
  await page.waitForURL('http://localhost:*/client');
  expect(ours.posted[0]?.fields.get('decision')).toBe('decline');
});

it('reads well aloud', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${ours.url}/consent-site`);
  expect(await page.locator('main').ariaSnapshot()).toMatchInlineSnapshot(`
    "- main:
      - paragraph: 전보
      - heading "Claude에 내 이름으로 카카오톡 메시지를 보내도록 허용할까요?" [level=1]
      - heading "허용하면 이 앱이 할 수 있는 일" [level=2]
      - list:
        - listitem: 나에게, 그리고 이 서비스를 함께 쓰는 친구에게 내 이름으로 카카오톡 메시지 보내기
        - listitem: 이 서비스를 함께 쓰는 카카오톡 친구의 이름과 프로필 사진 보기
      - paragraph: 대화 내용과 카카오 비밀번호는 알 수 없습니다.
      - term: 요청한 앱
      - definition: claude.ai 에서 소개하는 앱입니다. 이 사이트를 믿을 수 있을 때만 허용하세요.
      - term: 허용한 뒤 돌아가는 곳
      - definition: claude.ai 사이트로 돌아갑니다. 허용한 권한은 이 사이트가 갖게 됩니다.
      - checkbox "방금 이 사이트에서 내가 직접 시작했습니다."
      - text: 방금 이 사이트에서 내가 직접 시작했습니다.
      - button "허용하고 카카오로 로그인"
      - button "거절"
      - paragraph: 아직 보내거나 저장한 것은 없습니다. 연결은 카카오계정의 ‘연결된 서비스 관리’에서 언제든 끊을 수 있습니다."
  `);
});
