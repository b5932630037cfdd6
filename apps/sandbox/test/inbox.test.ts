import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../src/index.ts';
import { manualClock, startSandbox } from '../src/index.ts';
import { launchBrowser } from './browser.ts';

// The built page (the test command builds first) in a real browser, on the real server.

const desktop = { width: 1280, height: 800 };
const handset = { width: 390, height: 844 };
const project = '11111111-1111-4111-8111-111111111111';
const key = 'live-key-that-nobody-may-see';
const seoyeon = '010-2345-6789';
const doyun = '010-8765-4321';

let browser: Browser;
let sandbox: Sandbox;
/** What no page may have: an uncaught error, or something that the Content-Security-Policy had to stop. */
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  complaints = [];
  const recipients = [{ memberCode: '1', name: '김서연', phone: seoyeon }];
  sandbox = await startSandbox({
    deliveryMs: 150,
    seed: { baas: { accounts: [{ key, projects: [project], recipients }] } },
  });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await sandbox.close();
  expect(complaints).toEqual([]);
});

async function open(options: { viewport?: typeof desktop; locale?: string; at?: string } = {}) {
  const { viewport = desktop, locale = 'ko-KR', at = '' } = options;
  const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
  // Below the limit of a test, so that a miss names what was waited for.
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (entry) => {
    if (/Content.Security.Policy/i.test(entry.text())) complaints.push(entry.text());
  });
  await page.goto(`${sandbox.url}/${at}`);
  await page.locator('.connection[data-state="live"]').waitFor({ state: 'attached' });
  return page;
}

async function send(to: string, message: string, path = '/message/sms', more: object = {}) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-API-KEY': key },
    body: JSON.stringify({
      project_id: project,
      channel_id: path === '/message/sms' ? 1 : 3,
      callback_number: '1588-1234',
      recipients: [{ phone_number: to, member_code: to === seoyeon ? '1' : '2' }],
      message,
      ...more,
    }),
  });
  expect(response.status).toBe(200);
}

async function sendByTwilio(to: string, more: Readonly<Record<string, string>> = {}) {
  const accountSid = `AC${'1'.repeat(32)}`;
  const response = await fetch(`${sandbox.url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${accountSid}:${key}`)}` },
    body: new URLSearchParams({ To: to, From: '+15005550006', Body: 'Hello 👋', ...more }),
  });
  expect(response.status).toBe(201);
}

/** An app that takes every webhook. Ends with its test. */
async function startApp(answer: string): Promise<{ url: string; [Symbol.dispose](): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain', Connection: 'close' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/status`, [Symbol.dispose]: () => server.close() };
}

const row = (page: Page, who: string) => page.locator('.phone-row', { hasText: who });
const bubble = (page: Page, text: string) => page.locator('.entry', { hasText: text });

test('a message appears without a reload and moves to delivered', async () => {
  await sandbox.close();
  const clock = manualClock(new Date());
  sandbox = await startSandbox({ clock, deliveryMs: 1000 });
  const page = await open();
  await page.getByRole('heading', { name: '첫 메시지를 기다리고 있어요' }).waitFor();
  await send(seoyeon, '인증번호는 482913입니다.');
  const entry = bubble(page, '인증번호는 482913입니다.');
  await entry.locator('.state[data-state="pending"]').waitFor();
  clock.advance(1000);
  await entry.locator('.state[data-state="sent"]').waitFor();
  clock.advance(1000);
  await entry.locator('.state[data-state="delivered"]').waitFor();
  expect(await entry.locator('.meta').textContent()).toMatch(/SMS24바이트도착$/);
  await entry.getByRole('button', { name: '482913 복사' }).waitFor();
});

test('the newcomer sends the first message from the page itself', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ deliveryMs: 50 });
  const page = await open();
  expect(await page.locator('.snippet').first().textContent()).toContain(
    `BAAS_API_BASE_URL=${sandbox.url}`,
  );
  await page.getByRole('button', { name: '이 메시지 보내 보기' }).click();
  await row(page, '010-1234-5678').waitFor();
});

test('a failed message says why', async () => {
  const page = await open();
  await send('010-0000-0001', '도착하지 못할 메시지');
  const entry = bubble(page, '도착하지 못할 메시지');
  await entry.locator('.state[data-state="failed"]').waitFor();
  expect(await entry.locator('.reason').textContent()).toBe('결번');
  await page.getByRole('radio', { name: '도착' }).check();
  await page.getByText('찾는 메시지가 없어요').first().waitFor();
  await page.getByRole('radio', { name: '실패' }).check();
  await row(page, '010-0000-0001').waitFor();
});

test('search finds texts, names and numbers, by keyboard', async () => {
  await send(seoyeon, '첫 구매 감사 쿠폰');
  await send(doyun, '상품이 출고되었습니다');
  const page = await open();
  await row(page, '김서연').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('쿠폰');
  await row(page, doyun).waitFor({ state: 'detached' });
  expect(await page.locator('.phone-row mark').textContent()).toBe('쿠폰');
  await page.keyboard.press('Escape');
  await row(page, doyun).waitFor();
  await page.keyboard.type('01087654321');
  await row(page, '김서연').waitFor({ state: 'detached' });
  await row(page, doyun).waitFor();
});

test('keys move through phones and messages', async () => {
  await send(seoyeon, '첫째');
  await send(seoyeon, '둘째');
  await send(doyun, '셋째');
  const page = await open();
  await page.locator('.phone-row[aria-current]', { hasText: doyun }).waitFor();
  await page.keyboard.press('j');
  await page.locator('.phone-row[aria-current]', { hasText: '김서연' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.bubble[aria-current]', { hasText: '둘째' }).waitFor();
  await page.keyboard.press('k');
  await page.locator('.bubble[aria-current]', { hasText: '첫째' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.bubble[aria-current]').waitFor({ state: 'detached' });
});

test('the detail shows the raw request with the key redacted', async () => {
  await send(seoyeon, '보내 드린 쿠폰입니다.', '/message/mms', {
    subject: '쿠폰',
    img_url_list: [`${sandbox.url}/favicon.svg`],
  });
  const page = await open();
  const entry = bubble(page, '보내 드린 쿠폰입니다.');
  expect(await entry.locator('.subject').textContent()).toBe('쿠폰');
  await entry.getByRole('img', { name: '이미지 1' }).waitFor();
  await entry.getByRole('link').click();
  const detail = page.getByRole('complementary', { name: '메시지 상세' });
  await detail.getByRole('heading', { name: '요청' }).waitFor();
  await detail.getByText('헤더', { exact: true }).click();
  const shown = await detail.textContent();
  expect(shown).toContain('/message/mms');
  expect(shown).toContain('"callback_number": "1588-1234"');
  expect(shown).toContain('"group_id"');
  expect(shown).toMatch(/x-api-key: .*redacted/i);
  expect(await page.content()).not.toContain(key);
});

test('a message by Twilio: its segments, why it failed, and what the app answered to its callbacks', async () => {
  using app = await startApp('');
  await sendByTwilio('+15005553003', { StatusCallback: app.url });
  const page = await open({ locale: 'en-US' });
  await row(page, '+15005553003').waitFor();
  const entry = bubble(page, 'Hello 👋');
  await entry.locator('.state[data-state="failed"]').waitFor();
  expect(await entry.locator('.meta').textContent()).toMatch(/SMS1 segmentFailed$/);
  expect(await entry.locator('.reason').textContent()).toBe(
    'undelivered 30003: Unreachable destination handset',
  );
  await entry.getByRole('link').click();
  const callbacks = page.getByRole('region', { name: 'Callbacks to your app' });
  await callbacks.locator('[data-outcome="answered"]').nth(2).waitFor();
  expect(await callbacks.getByRole('listitem').allTextContents()).toEqual(
    ['sending', 'sent', 'undelivered'].map((status) => `${status}${app.url}200`),
  );
  expect(await page.content()).not.toContain(key);
});

test('one phone holds the messages of every provider, however its number is written', async () => {
  await send(seoyeon, '국내에서');
  await sendByTwilio('+821023456789', { Body: '해외에서' });
  const page = await open();
  await row(page, '김서연').click();
  await bubble(page, '국내에서').waitFor();
  await bubble(page, '해외에서').waitFor();
  expect(await page.locator('.phone-row').count()).toBe(1);
});

test('a message that no request brought says that there is none', async () => {
  using app = await startApp('자동 답장');
  const inbound = { from: '+821023456789', to: '+15005550006', url: app.url };
  const response = await fetch(`${sandbox.url}/_sandbox/twilio/inbound`, {
    method: 'POST',
    body: JSON.stringify(inbound),
  });
  expect(response.status).toBe(201);
  const page = await open();
  await bubble(page, '자동 답장').getByRole('link').click();
  const detail = page.getByRole('complementary', { name: '메시지 상세' });
  await detail.getByText('샌드박스에 이 요청이 더는 남아 있지 않아요.').waitFor();
});

test('the language is switched and remembered', async () => {
  await send(seoyeon, '안녕하세요');
  const page = await open({ locale: 'en-US' });
  await page.getByRole('button', { name: 'Clear all' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: '한국어' }).click();
  await page.getByRole('button', { name: '모두 지우기' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: '모두 지우기' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
});

test('on a handset: list, conversation, detail, and back the same way', async () => {
  await send(seoyeon, '안녕하세요');
  const page = await open({ viewport: handset });
  const search = page.getByRole('textbox');
  await row(page, '김서연').click();
  await search.waitFor({ state: 'hidden' });
  // The phone fills the handset, however little stands in it.
  expect((await page.locator('.screen').boundingBox())?.height).toBeGreaterThan(700);
  await bubble(page, '안녕하세요').getByRole('link').click();
  await page.getByRole('heading', { name: '메시지 상세' }).waitFor();
  await bubble(page, '안녕하세요').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '뒤로' }).click();
  await bubble(page, '안녕하세요').waitFor();
  await page.goBack();
  await search.waitFor();
});

test.each(['ko-KR', 'en-US'])('nothing is wider than a handset (%s)', async (locale) => {
  await send(seoyeon, `https://long.example/${'a'.repeat(200)}`);
  const page = await open({ viewport: { width: 360, height: 740 }, locale });
  const sticksOut = () =>
    [...document.querySelectorAll('#app *')]
      .filter((element) => element.checkVisibility() && !element.closest('.hidden'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth)
      .map((element) => element.className);
  await row(page, '김서연').waitFor();
  expect(await page.evaluate(sticksOut)).toEqual([]);
  await row(page, '김서연').click();
  await page.locator('.bubble').waitFor();
  expect(await page.evaluate(sticksOut)).toEqual([]);
  await page.locator('.bubble').click();
  await page.locator('.exchange').first().waitFor();
  expect(await page.evaluate(sticksOut)).toEqual([]);
});

test('what looks like a page in a message stays text', async () => {
  const attack = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
  await send(seoyeon, attack);
  const page = await open({ at: `#/phone/${seoyeon}/1` });
  await page.getByRole('heading', { name: '요청' }).waitFor();
  expect(await page.locator('.bubble .text').textContent()).toBe(attack);
  expect(await page.locator('img[src="x"], #app script').count()).toBe(0);
  expect(await page.title()).not.toContain('taken');
});

test('a link leads to the message, and back from there to its phone', async () => {
  await send(seoyeon, '첫째');
  await send(doyun, '둘째');
  const page = await open({ at: `#/phone/${seoyeon}/1`, viewport: handset });
  await page.getByRole('heading', { name: '메시지 상세' }).waitFor();
  expect(await page.locator('.full-text').textContent()).toBe('첫째');
  await page.getByRole('button', { name: '뒤로' }).click();
  await bubble(page, '첫째').waitFor();
  expect(new URL(page.url()).hash).toBe(`#/phone/${seoyeon}`);
});

test('clearing asks first, and empties every open page', async () => {
  await send(seoyeon, '지워질 메시지');
  const page = await open();
  const other = await open();
  await page.getByRole('button', { name: '모두 지우기' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '취소' }).click();
  await bubble(page, '지워질 메시지').waitFor();
  await page.getByRole('button', { name: '모두 지우기' }).click();
  await dialog.getByRole('button', { name: '모두 지우기' }).click();
  await page.getByRole('heading', { name: '첫 메시지를 기다리고 있어요' }).waitFor();
  await bubble(other, '지워질 메시지').waitFor({ state: 'detached' });
  expect(sandbox.messages()).toEqual([]);
});

test('a lost connection is shown and comes back by itself', async () => {
  await send(seoyeon, '먼저 온 메시지');
  const page = await open();
  const { port } = new URL(sandbox.url);
  await sandbox.close();
  await page.locator('.connection[data-state="lost"]').waitFor();
  sandbox = await startSandbox({ port: Number(port), deliveryMs: 50 });
  await page.locator('.connection[data-state="live"]').waitFor();
  await send(doyun, '다시 온 메시지');
  await row(page, doyun).waitFor();
  expect(await row(page, seoyeon).count()).toBe(0);
});

test('thousands of messages stay a small page', async () => {
  for (let batch = 0; batch < 3; batch += 1) {
    const recipients = Array.from({ length: 1000 }, (_, index) => ({
      phone_number: `010-${1000 + batch}-${1000 + index}`,
      member_code: 'x',
    }));
    await send(doyun, `대량 발송 ${batch}`, '/message/sms', { recipients });
  }
  const page = await open();
  await page.getByText('휴대폰 3,000대').waitFor();
  expect(await page.locator('*').count()).toBeLessThan(3000);
  await send(seoyeon, '맨 나중 메시지');
  await page.locator('.phones li:first-child', { hasText: '맨 나중 메시지' }).waitFor();
});
