import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { handset, nodePath, row, seed, setUpWorld } from './web-page.ts';

// Not one click, not one touch.

const world = setUpWorld();

const nodes = ['하나', '둘', '셋'].map((title, index) => ({
  domain_name: 'tech',
  url: `https://example.com/${index}`,
  title,
}));

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

/** Whether what has the focus can be seen to have it. */
const hasOutline = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return false;
    const around = element.closest('.tags-field') ?? element;
    return [element, around].some((one) => getComputedStyle(one).outlineStyle !== 'none');
  });

test('the whole walk by keys', async () => {
  const page = await world.open();
  const { keyboard } = page;
  await page.getByRole('heading', { name: '도메인부터 만들어 보세요' }).waitFor();

  await keyboard.press('n');
  await page.getByRole('dialog', { name: '새 도메인' }).waitFor();
  await keyboard.type('tech');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '아직 URL이 없어요' }).waitFor();

  for (const { url, title } of nodes) {
    await keyboard.press('n');
    await page.getByRole('dialog', { name: 'URL 추가' }).waitFor();
    await keyboard.type(url);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type(title);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: title }).waitFor();
  }
  // The new one has the focus in the list, and is open.
  await expect.poll(() => focused(page)).toMatch(/^셋/);

  await keyboard.press('j');
  await page.getByRole('heading', { name: '둘' }).waitFor();
  await keyboard.press('ArrowDown');
  await page.getByRole('heading', { name: '하나' }).waitFor();
  await keyboard.press('k');
  await page.getByRole('heading', { name: '둘' }).waitFor();

  await keyboard.press('e');
  await expect.poll(() => page.locator('.input-title').inputValue()).toBe('둘');
  await keyboard.press('Control+A');
  await keyboard.type('둘째');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '둘째' }).waitFor();
  await expect.poll(() => focused(page)).toBe('제목과 설명 편집');

  await keyboard.press('/');
  await keyboard.type('하나');
  await row(page, '둘째').waitFor({ state: 'detached' });
  await keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toMatch(/^하나/);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: '하나' }).waitFor();
  await expect.poll(() => focused(page)).toBe('하나');

  // From the heading the attributes are some Tabs away.
  for (let press = 0; (await focused(page)) !== '속성 추가'; press += 1) {
    expect(press).toBeLessThan(10);
    await keyboard.press('Tab');
    expect(await hasOutline(page)).toBe(true);
  }
  await keyboard.press('Enter');
  await keyboard.type('rating');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('5');
  await keyboard.press('Control+Enter');
  await page.getByText('rating 속성을 저장했어요').waitFor({ state: 'attached' });

  await keyboard.press('Delete');
  await row(page, '하나').waitFor({ state: 'detached' });
  await keyboard.press('z');
  await row(page, '하나').waitFor();
  expect((await world.ask('GET', nodePath('url-db:tech:1'))).status).toBe(200);

  await keyboard.press('Escape');
  await page.getByRole('heading', { name: '하나' }).waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toMatch(/^하나/);
  await keyboard.press('/');
  await keyboard.press('Escape');
  await row(page, '둘째').waitFor();
});

test('help, and Esc out of everything', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await world.open({ at: `#/tech/${key}` });
  const { keyboard } = page;
  await page.getByRole('heading', { name: '하나' }).waitFor();
  await keyboard.press('?');
  const help = page.getByRole('dialog', { name: '키보드' });
  await help.waitFor();
  // Keys belong to the dialog as long as it is open.
  await keyboard.press('Delete');
  await keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  expect(await page.locator('.toast').count()).toBe(0);
  await keyboard.press('e');
  await page.getByLabel('제목').fill('nothing of this stays');
  await keyboard.press('Escape');
  await page.getByRole('heading', { name: '하나' }).waitFor();
  await expect.poll(() => focused(page)).toBe('제목과 설명 편집');
  await keyboard.press('Escape');
  await page.locator('.app[data-place="list"]').waitFor();
});

test('keys work while the keyboard writes Hangul', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '셋').waitFor();
  const press = (key: string, code: string) =>
    page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent('keydown', init)), {
      key,
      code,
      bubbles: true,
      cancelable: true,
    });
  await press('ㅓ', 'KeyJ');
  await expect.poll(() => focused(page)).toMatch(/^셋/);
  await press('ㅜ', 'KeyN');
  await page.getByRole('dialog', { name: 'URL 추가' }).waitFor();
});

test('by Tab alone: everything has its turn, the list is one stop, and each shows its focus', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await row(page, '셋').waitFor();
  const stops: string[] = [];
  for (let press = 0; press < 14; press += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
    expect(await hasOutline(page), stops.at(-1)).toBe(true);
  }
  expect(stops.map((stop) => stop.replace(/\d.*|지금.*/, ''))).toEqual([
    '목록으로 건너뛰기',
    '모든 URL',
    '새 도메인',
    'tech',
    '한국어',
    'English',
    '키보드',
    'URL 추가',
    'tech에서 검색',
    '셋',
    '설명 쓰기',
    '속성 정의하기',
    '',
    '도메인 삭제',
  ]);
});

test('the skip link goes past the domains', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '셋').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^셋/);
});

test('on a phone with a keyboard too', async () => {
  await seed(world, nodes);
  const page = await world.open({ viewport: handset });
  await row(page, '셋').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '셋' }).waitFor();
  await expect.poll(() => focused(page)).toBe('셋');
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: '둘' }).waitFor();
  await page.keyboard.press('Delete');
  await row(page, '하나').waitFor();
  await page.keyboard.press('z');
  await row(page, '둘').waitFor();
  await expect.poll(() => focused(page)).toMatch(/^둘/);
});
