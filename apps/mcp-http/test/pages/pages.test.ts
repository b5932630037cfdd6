import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import { faintTexts } from './contrast.ts';
import { type Browser, draw, fontsOf, openPage } from './open-page.ts';
import { type PagesServer, startPages } from './pages-server.ts';
import { samples } from './samples.ts';

// Every page in a real browser, on a real socket, with its real headers.

const languages = ['ko', 'en'] as const;
const all = { ko: samples('ko'), en: samples('en') };
// It leads away at once; hand-off.test.ts follows it.
const names = Object.keys(all.ko).filter((name) => name !== 'handOff');

let browser: Browser;
let server: PagesServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startPages((_, path) => {
    const [, language, name] = path.split('/');
    return language === 'ko' || language === 'en' ? all[language][name ?? ''] : undefined;
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(languages)('in %s', (language) => {
  it.each(names)(
    '%s: nothing is stopped, nothing runs out of the page, one heading',
    async (name) => {
      const { page, complaints } = await openPage(browser);
      await page.goto(`${server.url}/${language}/${name}`);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(() => document.fonts.ready);
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([width, scrollWidth]).toEqual([width, width]);
      }
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main').count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await page.title()).toMatch(language === 'ko' ? / · 전보$/ : / · Jeonbo$/);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['light', 'dark'] as const)('every text can be read (%s)', async (colorScheme) => {
    const { page } = await openPage(browser, { colorScheme });
    const backgrounds = new Set<string>();
    for (const name of names) {
      await page.goto(`${server.url}/${language}/${name}`);
      expect([name, await faintTexts(page)]).toEqual([name, []]);
      backgrounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect([...backgrounds]).toEqual([
      colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(22, 24, 27)',
    ]);
    await page.context().close();
  });
});

it('brings its own Korean letters, the rare ones too, and only what a page needs of them', async () => {
  const { page } = await openPage(browser);
  server.requests.length = 0;
  await page.goto(`${server.url}/ko/message-korean`, { waitUntil: 'networkidle' });
  const rare = page.locator('.text p:nth-child(4)');
  expect(await rare.textContent()).toContain('뷁, 똠, 펲');
  const drawn = await fontsOf(page, '.text p:nth-child(4)');
  expect(drawn.map(({ isCustomFont }) => isCustomFont)).not.toContain(false);
  // Letters that are in no font all look alike.
  const pictures = await Promise.all(
    ['뷁', '똠', '펲', '\uE000'].map((letter) => draw(page, letter)),
  );
  expect(new Set(pictures).size).toBe(4);
  expect(await fontsOf(page, 'h1')).toEqual([
    { familyName: expect.stringContaining('Pretendard'), isCustomFont: true },
  ]);
  const fonts = server.requests.filter((request) => request.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(5);
  expect(fonts.length).toBeLessThan(30);
  await page.context().close();
});

it('shows what is hostile as text, and only as text', async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(`${server.url}/ko/consent-hostile`);
  expect(await page.locator('h1').textContent()).toContain('<b onclick="x">카카오뱅크</b>공식 뷁');
  expect(await page.locator('h1 *').count()).toBe(1);
  await page.goto(`${server.url}/ko/message-hostile`);
  const { elements, attributes } = await page.evaluate(() => {
    const inside = [...document.querySelectorAll('article *')];
    return {
      elements: [...new Set(inside.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(inside.flatMap((each) => each.getAttributeNames()))].sort(),
    };
  });
  expect(elements).toEqual(['a', 'bdi', 'div', 'h1', 'header', 'p', 'time']);
  expect(attributes).toEqual(['class', 'datetime', 'dir', 'href', 'lang', 'rel']);
  const links = await page
    .locator('.text a')
    .evaluateAll((found) =>
      found.map((link) => [(link as HTMLAnchorElement).protocol, link.getAttribute('rel')]),
    );
  expect(links).toEqual([['https:', 'noopener noreferrer nofollow ugc']]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** As it would be copied, with the lines as they are drawn. */
function shown(element: Node): string {
  const selection = getSelection();
  selection?.selectAllChildren(element);
  return String(selection);
}

it('keeps the lines of a message, and the direction of each paragraph', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${server.url}/ko/message-mixed`);
  expect(await page.locator('.text').getAttribute('lang')).toBe('ko');
  const text = await page.locator('.text').evaluate(shown);
  expect(text).toContain('(2층 ‘똠방각하’)\n시간: 11월 22일 오후 3시\n\n가는 길은');
  const sides = await page
    .locator('.text p')
    .evaluateAll((found) => found.map((paragraph) => getComputedStyle(paragraph).direction));
  expect(sides.filter((side) => side === 'rtl').length).toBe(2);
  await page.context().close();
});

it('prints a message in black on white, without what belongs to a screen', async () => {
  const { page } = await openPage(browser, { colorScheme: 'dark' });
  await page.goto(`${server.url}/ko/message-korean`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(
      document.querySelector('article') as Element,
    );
    return { color, backgroundColor };
  });
  expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
  expect(await page.locator('.brand').isVisible()).toBe(false);
  await page.context().close();
});
