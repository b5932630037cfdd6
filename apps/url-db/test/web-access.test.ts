import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desktop, handset, nodePath, row, seed, setUpWorld } from './web-page.ts';

// What a checker of accessibility would look at, and what those hear who cannot see the page.

const world = setUpWorld();

/** A page with something of everything, at `#/tech/<first>`. */
async function everything(): Promise<string> {
  const [key = ''] = await seed(world, [
    {
      domain_name: 'tech',
      url: 'https://example.com/a/b',
      title: '하나',
      description: '설명 하나',
    },
    { domain_name: 'tech', url: 'https://example.com/c', title: '둘' },
    { domain_name: 'recipes', url: 'https://example.com/d', title: '셋' },
  ]);
  await world.ask('POST', '/domains/tech/attributes', { name: 'unused', type: 'string' });
  await world.ask('PUT', `${nodePath(key)}/attributes`, {
    attributes: [
      { name: 'category', value: '백엔드' },
      { name: 'order', value: 'a', order_index: 0 },
      { name: 'rating', value: '4.5' },
      { name: 'memo', value: 'a\n'.repeat(20) },
    ],
  });
  return key;
}

/** Every way in which this page is used, one after the other. */
const states: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['reading', async () => undefined],
  // Found in the address, where texts are fainter than in titles.
  ['searching', (page) => page.locator('#search').fill('b')],
  ['editing the node', (page) => page.getByRole('button', { name: '제목과 설명 편집' }).click()],
  ['editing tags', (page) => page.getByRole('button', { name: 'order 편집' }).click()],
  ['a new attribute', (page) => page.getByRole('button', { name: '속성 추가' }).click()],
  ['adding', (page) => page.keyboard.press('n')],
  ['help', (page) => page.keyboard.press('?')],
  ['a toast', (page) => page.keyboard.press('Delete')],
];

/** Texts that do not stand out enough from what is behind them (WCAG 1.4.3), by computed colours. */
const faintTexts = (page: Page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const channels = (color: string): [number, number, number, number] => {
      if (!canvas) throw new Error('no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const luminance = (color: readonly number[]) => {
      const [red = 0, green = 0, blue = 0] = color
        .slice(0, 3)
        .map((one) => one / 255)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element): readonly number[] => {
      for (let one: Element | null = element; one; one = one.parentElement) {
        const color = channels(getComputedStyle(one).backgroundColor);
        if (color[3] > 0.95) return color;
      }
      return channels('Canvas');
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faint: string[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (!element || !text.nodeValue?.trim() || !element.checkVisibility()) continue;
      if (element.closest('.hidden, .skip, option, datalist, :disabled')) continue;
      const [front, back] = [channels(getComputedStyle(element).color), behind(element)].map(
        luminance,
      );
      const [light, dark] = [Math.max(front ?? 0, back ?? 0), Math.min(front ?? 0, back ?? 0)];
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.className} ${text.nodeValue}`);
    }
    return faint;
  });

/** Controls that say nothing of what they do, ids that stand twice, labels that lead nowhere. */
const nameless = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    for (const element of document.querySelectorAll(
      'button, a[href], input, select, textarea, dialog[open], img',
    )) {
      if (!element.checkVisibility() && !element.closest('label')) continue;
      const labels =
        'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
      const named = element.getAttribute('aria-labelledby');
      const name =
        element.getAttribute('aria-label') ??
        (named ? document.getElementById(named)?.textContent : undefined) ??
        element.getAttribute('alt') ??
        (labels.map((label) => label.textContent).join(' ') || element.textContent);
      if (!name?.trim()) wrong.push(element.outerHTML.slice(0, 120));
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`));
    for (const attribute of ['aria-describedby', 'aria-labelledby', 'for'])
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        const id = element.getAttribute(attribute) ?? '';
        if (!document.getElementById(id)) wrong.push(`${attribute} leads nowhere: ${id}`);
      }
    return wrong;
  });

/** Controls too small for a finger (WCAG 2.5.8 asks for 24 pixels); links within a text are free of it. */
const tooSmall = (page: Page, least: number) =>
  page.evaluate((limit) => {
    const small: string[] = [];
    for (const element of document.querySelectorAll('button, a[href], input, select, textarea')) {
      if (
        !element.checkVisibility() ||
        element.closest('.hidden, .skip') ||
        element.matches('.node-url, .value-link, .hidden')
      )
        continue;
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      if (Math.min(box.width, box.height) < limit)
        small.push(
          `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 90)}`,
        );
    }
    return small;
  }, least);

test.each([
  ['light', 'ko-KR', desktop],
  ['dark', 'en-US', desktop],
  ['light', 'ko-KR', handset],
  ['dark', 'ko-KR', handset],
] as const)(
  'names, contrast and sizes in every state: %s, %s',
  async (colorScheme, locale, viewport) => {
    const key = await everything();
    const isPhone = viewport === handset;
    for (const [name, act] of states) {
      // The states are found by their Korean names; English is looked at where it reads.
      if (locale !== 'ko-KR' && /edit|attribute/.test(name)) continue;
      const at = isPhone && /searching|toast/.test(name) ? '#/tech' : `#/tech/${key}`;
      const page = await world.open({ at, viewport, locale, colorScheme });
      await page
        .locator(at === '#/tech' ? '.row' : '.detail-title')
        .first()
        .waitFor();
      if (name === 'a toast') await page.locator('.row, .detail-title').first().focus();
      await act(page);
      if (name === 'a toast') await page.locator('.toast').waitFor();
      expect(await faintTexts(page), name).toEqual([]);
      expect(await nameless(page), name).toEqual([]);
      expect(await tooSmall(page, isPhone ? 40 : 24), name).toEqual([]);
      // Nothing is wider than the screen.
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, name).toBeLessThanOrEqual(viewport.width);
      await page.context().close();
    }
  },
);

test('landmarks and headings tell the parts of the page', async () => {
  const key = await everything();
  const page = await world.open({ at: `#/tech/${key}` });
  await page.getByRole('heading', { name: '하나' }).waitFor();
  await page.getByRole('navigation', { name: '도메인' }).waitFor();
  await page.getByRole('main', { name: 'URL 목록' }).waitFor();
  await page.getByRole('complementary', { name: '자세히' }).waitFor();
  await page.getByRole('search').waitFor();
  const levels = await page
    .locator('h1, h2, h3')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.tagName));
  expect(levels[0]).toBe('H1');
  expect(levels.filter((level) => level === 'H1')).toHaveLength(1);
  await page.setViewportSize(handset);
  await page.getByRole('button', { name: '목록으로', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /tech/ }).waitFor();
});

test('a tablet is touched too', async () => {
  const key = await everything();
  const page = await world.open({
    at: `#/tech/${key}`,
    viewport: { width: 1024, height: 768 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('button', { name: 'order 편집' }).click();
  await page.locator('.tags-field').waitFor();
  expect(await tooSmall(page, 40)).toEqual([]);
});

test('what happens is told: results, deletion and how to undo it, what was saved', async () => {
  await everything();
  const page = await world.open();
  await row(page, '하나').waitFor();
  const told = page.getByRole('status');
  await page.locator('#search').fill('하나');
  await told.filter({ hasText: '검색 결과 1개' }).waitFor({ state: 'attached' });
  await page.locator('#search').fill('없는 낱말');
  await told.filter({ hasText: '검색 결과가 없어요' }).waitFor({ state: 'attached' });
  await page.locator('#search').fill('');
  await row(page, '하나').focus();
  await page.keyboard.press('Delete');
  await told
    .filter({ hasText: '‘하나’ 삭제함. z 키로 되돌릴 수 있어요.' })
    .waitFor({ state: 'attached' });
});

test('without animation where none is wanted', async () => {
  await everything();
  const page = await world.open({ reducedMotion: 'reduce' });
  await row(page, '하나').waitFor();
  await page.keyboard.press('?');
  const running = await page.evaluate(() => document.getAnimations().length);
  expect(running).toBe(0);
});
