import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desktop, handset, nodePath, row, seed, setUpWorld } from './web-page.ts';

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

/** Goes on with Tab until that has the focus. */
async function tabTo(page: Page, name: string | RegExp) {
  for (let press = 0; press < 12; press += 1) {
    const now = await focused(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    await page.keyboard.press('Tab');
    expect(await hasOutline(page), await focused(page)).toBe(true);
  }
  expect(await focused(page)).toMatch(name);
}

// As fast as the keys can come: nothing waits but for what a person would look at before going on.
test.each([
  ['a desktop', desktop],
  ['a phone', handset],
] as const)('the whole walk by keys on %s', async (_, viewport) => {
  const page = await world.open({ viewport });
  const { keyboard } = page;
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const focusIsOn = (name: string | RegExp) => expect.poll(() => focused(page)).toMatch(name);

  await heading('도메인부터 만들어 보세요').waitFor();
  await keyboard.press('n');
  await keyboard.type('tech');
  await keyboard.press('Enter');
  await heading('아직 URL이 없어요').waitFor();

  for (const { url, title } of nodes) {
    await keyboard.press('n');
    await keyboard.type(url);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.type(title);
    await keyboard.press('Enter');
    await focusIsOn(new RegExp(`^${title}`));
  }

  await keyboard.press('j');
  await focusIsOn(/^둘/);
  await keyboard.press('ArrowDown');
  await focusIsOn(/^하나/);
  await keyboard.press('k');
  await focusIsOn(/^둘/);

  await keyboard.press('e');
  await keyboard.press('Control+A');
  await keyboard.type('둘째');
  await keyboard.press('Enter');
  await heading('둘째').waitFor();
  await focusIsOn('제목과 설명 편집');
  await keyboard.press('Escape');
  await focusIsOn(/^둘째/);

  await keyboard.press('/');
  await keyboard.type('하나');
  // The answer is not there yet, and still it is the row that it brings which is opened.
  await keyboard.press('Enter');
  await focusIsOn(/^하나/);
  await keyboard.press('Enter');
  await heading('하나').waitFor();
  await focusIsOn('하나');

  await page.getByRole('button', { name: '속성 추가' }).waitFor();
  await tabTo(page, '속성 추가');
  await keyboard.press('Enter');
  await keyboard.type('rating');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('4');
  await keyboard.press('Control+Enter');
  await focusIsOn('속성 추가');
  await keyboard.press('Shift+Tab');
  await focusIsOn('rating 편집');
  await keyboard.press('Enter');
  await keyboard.type('.5');
  await keyboard.press('Enter');
  await focusIsOn('rating 편집');
  expect((await world.ask('GET', `${nodePath('url-db:tech:1')}/attributes`)).body).toMatchObject({
    attributes: [{ name: 'rating', type: 'number', value: '4.5' }],
  });

  await keyboard.press('Delete');
  await row(page, '하나').waitFor({ state: 'detached' });
  await keyboard.press('z');
  await focusIsOn(/^하나/);
  expect((await world.ask('GET', nodePath('url-db:tech:1'))).status).toBe(200);

  await keyboard.press('Escape');
  await heading('하나').waitFor({ state: 'detached' });
  await focusIsOn(/^하나/);
  await keyboard.press('/');
  await keyboard.press('Escape');
  await row(page, '둘째').waitFor();
  expect(await page.locator('#search').inputValue()).toBe('');
});

test('help, and Esc out of everything', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await world.open({ at: `#/tech/${key}` });
  const { keyboard } = page;
  await page.getByRole('heading', { name: '하나' }).waitFor();
  await keyboard.press('?');
  const help = page.getByRole('dialog', { name: '키보드 단축키' });
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
  expect(stops.map((stop) => stop.replace(/\d.*|방금.*/, ''))).toEqual([
    '목록으로 건너뛰기',
    '모든 URL',
    '새 도메인',
    'tech',
    '한국어',
    'English',
    '키보드 단축키',
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
