import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../src/index.ts';
import { startSandbox } from '../src/index.ts';
import { launchBrowser } from './browser.ts';

// Kakao's log-in and chats in a real browser: an app sends a person there, who comes back to it with a code.

const desktop = { width: 1280, height: 800 };
const handset = { width: 390, height: 844 };
const link = { web_url: 'https://shop.example/', mobile_web_url: 'https://m.shop.example/' };

let browser: Browser;
let sandbox: Sandbox;
let complaints: string[];
let app: Awaited<ReturnType<typeof startApp>>;

/** The app: what a person brings to its callback, and one picture for its messages. */
async function startApp() {
  const callbacks: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://app');
    const isPicture = pathname === '/picture.svg';
    if (pathname === '/callback') callbacks.push(searchParams);
    // The app leads on, as one does after a log-in: browsers may not stop that.
    if (pathname === '/callback') response.writeHead(302, { Location: '/welcome' });
    else response.writeHead(200, { 'Content-Type': isPicture ? 'image/svg+xml' : 'text/html' });
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
    response.end(isPicture ? picture : '<h1>Welcome</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, callbacks, close: () => server.close() };
}

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  complaints = [];
  app = await startApp();
  sandbox = await startSandbox({ deliveryMs: 0 });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await sandbox.close();
  app.close();
  expect(complaints).toEqual([]);
});

async function open(url: string, viewport = desktop, locale = 'ko-KR'): Promise<Page> {
  const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (entry) => {
    if (/Content.Security.Policy/i.test(entry.text())) complaints.push(entry.text());
  });
  await page.goto(url);
  return page;
}

const authorizeUrl = (scope = 'openid profile_nickname talk_message friends') =>
  `${sandbox.url}/oauth/authorize?${new URLSearchParams({
    client_id: 'app',
    redirect_uri: `${app.url}/callback`,
    response_type: 'code',
    state: 's&1',
    scope,
  })}`;

async function tokenFor(callback: URLSearchParams | undefined) {
  const response = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'app',
      redirect_uri: `${app.url}/callback`,
      code: callback?.get('code') ?? '',
    }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

async function logIn(page: Page) {
  await page.getByRole('button', { name: '김서연' }).click();
  await page.getByRole('button', { name: '모두 동의하고 계속하기' }).click();
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  return tokenFor(app.callbacks.at(-1));
}

async function send(token: string, template: object) {
  const response = await fetch(`${sandbox.url}/v2/api/talk/memo/default/send`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: new URLSearchParams({ template_object: JSON.stringify(template) }),
  });
  expect(await response.json()).toEqual({ result_code: 0 });
}

test('a person logs in, agrees to some of it, and comes back to the app with a code', async () => {
  const page = await open(authorizeUrl(), handset, 'en-US');
  await page.getByRole('heading', { name: 'Who logs in?' }).waitFor();
  await page.getByRole('button', { name: '김서연' }).click();
  const go = page.getByRole('button', { name: 'Agree to the chosen ones only' });
  await page.getByRole('checkbox', { name: 'Send messages' }).check();
  await go.click();
  // The browser itself holds a person back who leaves out what is required.
  await page.locator('input:invalid[value="profile_nickname"]').waitFor();
  expect(app.callbacks).toEqual([]);
  await page.getByRole('checkbox', { name: 'Nickname profile_nickname' }).check();
  await go.click();
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  expect(app.callbacks[0]?.get('state')).toBe('s&1');
  const { scope } = await tokenFor(app.callbacks[0]);
  expect(scope).toBe('openid profile_nickname talk_message');
});

test('who is asked again sees only what is new, and may refuse', async () => {
  const first = await open(authorizeUrl('profile_nickname'));
  await logIn(first);
  const page = await open(authorizeUrl());
  await page.getByRole('button', { name: '김서연' }).click();
  expect(await page.getByRole('checkbox').count()).toBe(2);
  await page.getByRole('button', { name: '취소' }).click();
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  expect(app.callbacks.at(-1)?.get('error')).toBe('access_denied');
});

test('another user, another language', async () => {
  const page = await open(authorizeUrl());
  await page.getByRole('button', { name: '김서연' }).click();
  await page.getByRole('link', { name: '사용자 바꾸기' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  // Has joined: only this is left to agree to.
  await page.getByRole('button', { name: '이도윤' }).click();
  await page.getByRole('checkbox', { name: 'Send messages' }).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(1);
});

test('a wrong request ends on a page that says what is wrong', async () => {
  const page = await open(authorizeUrl('account_email'), handset);
  await page.getByText('KOE205').waitFor();
  await page.getByText('account_email').waitFor();
  expect(app.callbacks).toEqual([]);
});

test.each([
  ['the log-in page', handset],
  ['the log-in page', { width: 320, height: 640 }],
  ['the log-in page', desktop],
])('%s has its style and fits %j', async (_name, viewport) => {
  const page = await open(authorizeUrl('openid profile_nickname profile_image friends'), viewport);
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect([font, await fits()]).toEqual([expect.stringContaining('Pretendard'), true]);
  await page.getByRole('button', { name: '김서연' }).click();
  const main = page.getByRole('button', { name: '모두 동의하고 계속하기' });
  expect(await main.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(250, 225, 0)',
  );
  expect(await fits()).toBe(true);
});

test('a chat shows a template: picture, buttons, and in the detail where they lead', async () => {
  const { access_token } = await logIn(await open(authorizeUrl()));
  await send(access_token, {
    object_type: 'feed',
    content: { title: '새 원두', image_url: `${app.url}/picture.svg`, link },
    social: { like_count: 1234 },
    buttons: [{ title: '주문하기', link: { web_url: 'https://shop.example/order' } }],
  });
  const page = await open(`${sandbox.url}/#/phone/010-0000-1001`);
  const card = page.locator('.kakao-card');
  await card.getByText('새 원두').waitFor();
  await page.locator('.screen[data-skin="kakao"] .sender').getByText('나와의 채팅').waitFor();
  expect(await card.locator('.card-button').allTextContents()).toEqual(['주문하기']);
  expect(await card.locator('.card-social').textContent()).toBe('좋아요 1,234');
  await card
    .getByRole('img', { name: '이미지 1' })
    .evaluate((image: HTMLImageElement) => image.decode());
  await card.click();
  const links = page.getByRole('list', { name: '링크' });
  await links.getByText('주문하기').waitFor();
  expect(await links.getByRole('link').allTextContents()).toContain('https://shop.example/order');
  await page.getByText('카카오 · 피드').waitFor();
});

test('a list, a price and an event have shapes of their own', async () => {
  const { access_token } = await logIn(await open(authorizeUrl()));
  const content = { title: '컵', link };
  await send(access_token, {
    object_type: 'list',
    header_title: '이번 주 소식',
    header_link: link,
    contents: [content, { ...content, title: '접시' }],
  });
  await send(access_token, {
    object_type: 'commerce',
    content,
    commerce: { regular_price: 10_000, discount_price: 9000, discount_rate: 10 },
  });
  await send(access_token, { object_type: 'calendar', id: 'e-1', id_type: 'event', content });
  const page = await open(`${sandbox.url}/#/phone/010-0000-1001`, handset);
  const list = page.locator('.kakao-card[data-type="list"]');
  expect(await list.locator('.card-header').textContent()).toBe('이번 주 소식');
  expect(await list.locator('.card-row').allTextContents()).toEqual(['컵', '접시']);
  const price = page.locator('.kakao-card[data-type="commerce"] .card-price');
  expect(await price.textContent()).toBe('10%9,000원10,000원');
  await page.locator('.kakao-card[data-type="calendar"] .icon').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

const content = { title: '새 원두', description: '산미가 있는', link };
const picture = () => ({ ...content, image_url: `${app.url}/picture.svg` });
const width = (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth);
const buttons = [
  { title: '주문하기', link },
  { title: '매장 찾기', link },
];

test.each([desktop, handset])(
  'each template arrives live, with picture and buttons: %j',
  async (viewport) => {
    const { access_token } = await logIn(await open(authorizeUrl()));
    await send(access_token, { object_type: 'text', text: '첫 글', link });
    const page = await open(`${sandbox.url}/#/phone/010-0000-1001`, viewport);
    await page.locator('.kakao-card').getByText('첫 글').waitFor();
    // From here on nobody reloads anything.
    const templates = [
      { object_type: 'text', text: '안녕하세요', link },
      { object_type: 'feed', content: picture() },
      {
        object_type: 'list',
        header_title: '소식',
        header_link: link,
        contents: [picture(), content],
      },
      { object_type: 'location', address: '판교역로 166', content: picture() },
      { object_type: 'commerce', content: picture(), commerce: { regular_price: 10_000 } },
      { object_type: 'calendar', id: 'e-1', id_type: 'event', content: picture() },
    ];
    for (const template of templates) {
      await send(access_token, { ...template, buttons });
      const card = page.locator(`.kakao-card[data-type="${template.object_type}"]`).last();
      await card.getByText('매장 찾기').waitFor();
      expect(await card.locator('.card-button').allTextContents()).toEqual([
        '주문하기',
        '매장 찾기',
      ]);
      const pictures = card.getByRole('img');
      expect(await pictures.count()).toBe(template.object_type === 'text' ? 0 : 1);
      if (template.object_type === 'text') continue;
      expect(await pictures.evaluate(width)).toBe(8);
    }
    expect(await page.locator('.kakao-card').count()).toBe(7);
  },
);

test('on a phone, too, a chat tells who wrote', async () => {
  const { access_token } = await logIn(await open(authorizeUrl()));
  const headers = { Authorization: `Bearer ${access_token}` };
  const answer = await fetch(`${sandbox.url}/v1/api/talk/friends`, { headers });
  const [{ uuid, profile_nickname }] = (await answer.json()).elements;
  const template = JSON.stringify({ object_type: 'text', text: '오늘 볼까?', link });
  await fetch(`${sandbox.url}/v1/api/talk/friends/message/default/send`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      receiver_uuids: JSON.stringify([uuid]),
      template_object: template,
    }),
  });
  expect(profile_nickname).toBe('이도윤');
  const page = await open(`${sandbox.url}/#/phone/010-0000-1002`, handset);
  await page.locator('.kakao-card').getByText('오늘 볼까?').waitFor();
  expect(await page.locator('.thread').getByText('김서연').isVisible()).toBe(true);
});

test('what looks like a page in a nickname or a template stays text', async () => {
  await sandbox.close();
  const attack = `<img src=x onerror="document.title='taken'">`;
  sandbox = await startSandbox({
    deliveryMs: 0,
    seed: { kakao: { users: [{ id: 1, nickname: attack, phone: '010-0000-1001' }] } },
  });
  const page = await open(authorizeUrl());
  await page.getByRole('button', { name: attack }).click();
  await page.getByText(attack).waitFor();
  expect(await page.title()).toBe('카카오 로그인');
  await page.getByRole('button', { name: '모두 동의하고 계속하기' }).click();
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  const { access_token } = await tokenFor(app.callbacks[0]);
  await send(access_token, { object_type: 'text', text: attack, link, button_title: attack });
  const inbox = await open(`${sandbox.url}/#/phone/010-0000-1001`);
  expect(await inbox.locator('.card-text').textContent()).toBe(attack);
  expect(await inbox.locator('.card-button').textContent()).toBe(attack);
  expect(await inbox.locator('img[src="x"]').count()).toBe(0);
});
