import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import { faintTexts } from '../pages/contrast.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { logIn } from '../support/oauth.ts';
import { callTool, contentOf } from '../support/raw.ts';
import { longText as text } from './support/long-text.ts';
import { desktop, openBrowser, phone } from './support/person.ts';

// A text of 1,000 characters, from the chat to its end.

let browser: Browser;
let place: KakaoPlace;
/** Of the page. */
let address: string;
beforeAll(async () => {
  browser = await launchBrowser();
  place = await startKakaoPlace();
  address = await send(place);
});
afterAll(async () => {
  await Promise.all([browser?.close(), place?.[Symbol.asyncDispose]()]);
});
afterEach(() => vi.useRealTimers());

const sizes = [
  ['a phone', phone],
  ['a small phone', { ...phone, viewport: { width: 320, height: 568 } }],
  ['a desktop', desktop],
  ['a phone in the dark', { ...phone, colorScheme: 'dark' }],
  ['a phone without scripts', { ...phone, javaScriptEnabled: false }],
] as const;

it('has a thousand characters', () => {
  expect([...text]).toHaveLength(1000);
});

it('is opened from the chat, where its beginning stands', async () => {
  await using person = await openBrowser(browser);
  const inbox = await person.tab();
  await inbox.goto(`${place.sandbox.url}/#/phone/010-0000-1001`);
  const card = inbox.locator('.kakao-card');
  expect(await card.locator('.card-text').textContent()).toBe(`${text.slice(0, 199)}…`);
  await card.click();
  const opened = person.context.waitForEvent('page');
  const links = inbox.getByRole('list', { name: '링크' });
  await links.getByRole('link', { name: address }).first().click();
  const page = await opened;
  await page.getByText('항공권 12만 원').first().waitFor();
  expect(page.url()).toBe(address);
  expect(person.complaints).toEqual([]);
});

describe.each(sizes)('on %s', (_name, options) => {
  it('is read to its end: whole, large enough, in full contrast, nothing beside the screen', async () => {
    await using person = await openBrowser(browser, options);
    const page = await person.tab();
    expect((await page.goto(address))?.status()).toBe(200);
    const { width } = options.viewport;
    await page.evaluate(() => document.fonts.ready);
    expect(await shownText(page)).toBe(text);
    const { scrollWidth, beside, smallest } = await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('.text p')];
      const boxes = paragraphs.map((paragraph) => paragraph.getBoundingClientRect());
      return {
        scrollWidth: document.documentElement.scrollWidth,
        beside: boxes.filter(({ left, right }) => left < 0 || right > window.innerWidth).length,
        smallest: Math.min(
          ...paragraphs.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
        ),
      };
    });
    expect({ scrollWidth, beside }).toEqual({ scrollWidth: width, beside: 0 });
    expect(smallest).toBeGreaterThanOrEqual(16);
    expect(await faintTexts(page)).toEqual([]);
    await page.keyboard.press('End');
    const last = page.locator('.text p').last();
    await expect.poll(() => last.evaluate(isOnScreen)).toBe(true);
    expect(person.complaints).toEqual([]);
  });
});

it('is gone after thirty days, and an address that never was looks the same', async () => {
  const day = 24 * 3_600_000;
  // Before the server is made, which takes the clock that it finds.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  await using own = await startKakaoPlace();
  const gone = await send(own);
  await using person = await openBrowser(browser, phone);
  const page = await person.tab();
  vi.setSystemTime(Date.now() + 30 * day - 1000);
  expect((await page.goto(gone))?.status()).toBe(200);
  vi.setSystemTime(Date.now() + 2000);
  expect((await page.goto(gone))?.status()).toBe(404);
  const words = await page.locator('main').textContent();
  expect(words).toContain('볼 수 없는 메시지입니다');
  expect((await page.goto(`${own.url}/m/${'A'.repeat(22)}`))?.status()).toBe(404);
  expect(await page.locator('main').textContent()).toBe(words);
  expect(person.complaints).toEqual([]);
});

/** @returns the address of its page */
async function send({ mcp, ...place }: KakaoPlace): Promise<string> {
  const { headers } = await logIn(place);
  const sent = await callTool(mcp, headers, 'send_message_to_me', { message: text });
  expect(contentOf(sent)).toMatchObject({ success: true });
  return String(contentOf(sent).link);
}

/** As it stands on the screen, by paragraphs. */
async function shownText(page: Page): Promise<string> {
  return (await page.locator('.text p').allTextContents()).join('\n\n');
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight && bottom <= window.innerHeight + 1;
}
