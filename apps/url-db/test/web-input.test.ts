import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { row, seed, setUpWorld } from './web-page.ts';

// How one types: Hangul that is composed, and requests that must not come after each other.

const world = setUpWorld();

const nodes = ['정보 기술', '기수별 명단', '요리'].map((title, index) => ({
  domain_name: 'tech',
  url: `https://example.com/${index}`,
  title,
}));

const searches = (page: Page): string[] => {
  const seen: string[] = [];
  page.on('request', (request) => {
    const words = new URL(request.url()).searchParams.get('search');
    if (words !== null) seen.push(words);
  });
  return seen;
};

/** What an input method shows before it is sure. */
const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });

test('Hangul is searched for while it is composed, and a half-written syllable does not count', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '요리').waitFor();
  const session = await page.context().newCDPSession(page);
  const asked = searches(page);
  await page.keyboard.press('/');
  await compose(session, 'ㄱ');
  await compose(session, '기');
  await row(page, '요리').waitFor({ state: 'detached' });
  expect(await page.locator('.row').count()).toBe(2);
  // 기ㅅ is on the way to 기술 and the same question as 기.
  await session.send('Input.insertText', { text: '기' });
  await compose(session, 'ㅅ');
  await compose(session, '수');
  await compose(session, '술');
  await row(page, '기수별 명단').waitFor({ state: 'detached' });
  await session.send('Input.insertText', { text: '술' });
  expect(await page.locator('#search').inputValue()).toBe('기술');
  expect(await page.locator('.row-title').allTextContents()).toEqual(['정보 기술']);
  expect(asked.at(0)).toBe('기');
  expect(asked.at(-1)).toBe('기술');
  expect(asked.join(' ')).not.toMatch(/[ㄱ-ㅎㅏ-ㅣ]/);
});

test('a jamo that is meant is searched for', async () => {
  await seed(world, [
    ...nodes,
    { domain_name: 'tech', url: 'https://example.com/h', title: 'ㅋㅋ' },
  ]);
  const page = await world.open();
  await page.locator('#search').fill('ㅋㅋ');
  await row(page, '요리').waitFor({ state: 'detached' });
  expect(await page.locator('.row-title').allTextContents()).toEqual(['ㅋㅋ']);
});

test('Enter that ends a composition neither saves nor adds half a tag', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await world.open({ at: `#/tech/${key}` });
  const session = await page.context().newCDPSession(page);
  await page.getByRole('button', { name: '속성 추가' }).click();
  await page.getByLabel('이름').fill('category');
  await page.getByLabel('유형').selectOption('tag');
  await page.getByRole('textbox', { name: '태그 추가' }).focus();
  await compose(session, '백엔드');
  // As Chromium tells of a key that the input method takes.
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  expect(await page.locator('.tags-field .tag').count()).toBe(0);
  await session.send('Input.insertText', { text: '백엔드' });
  await page.keyboard.press('Enter');
  await page.locator('.tags-field .tag', { hasText: '백엔드' }).waitFor();
  await page.keyboard.type('kotlin,');
  await page.locator('.tags-field .tag', { hasText: 'kotlin' }).waitFor();
  await page.keyboard.type('반쯤');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('button', { name: 'category 편집' }).waitFor();
  expect(await page.locator('.tags .tag').allTextContents()).toEqual(['백엔드', 'kotlin', '반쯤']);
});

test('one question at a time: fast typing asks once, and a late answer is never shown', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '요리').waitFor();
  const asked = searches(page);
  const held = Promise.withResolvers<void>();
  const cancelled: string[] = [];
  page.on('requestfailed', (request) => cancelled.push(request.url()));
  await page.route(/search=%EC%9A%94%EB%A6%AC/, async (route) => {
    await held.promise;
    // It was cancelled meanwhile.
    await route.continue().catch(() => undefined);
  });
  await page.locator('#search').fill('요리');
  await expect.poll(() => asked).toEqual(['요리']);
  // The old list stays until the new one is there.
  expect(await page.locator('.row').count()).toBe(3);
  expect(await page.locator('.list').getAttribute('aria-busy')).toBe('true');
  await page.locator('#search').pressSequentially(' 기술', { delay: 5 });
  await page.locator('#search').fill('기술');
  await row(page, '요리').waitFor({ state: 'detached' });
  held.resolve();
  expect(asked).toEqual(['요리', '기술']);
  expect(cancelled).toHaveLength(1);
  expect(await page.locator('.row-title').allTextContents()).toEqual(['정보 기술']);
  expect(await page.locator('.list').getAttribute('aria-busy')).toBe('false');
});

test('a count that ends at the cap says so', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await page.route(/search=/, async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, total_count: 10_000, total_is_capped: true } });
  });
  await page.locator('#search').fill('기');
  await page.locator('.list-count', { hasText: '검색 결과 10,000개 이상' }).waitFor();
});
