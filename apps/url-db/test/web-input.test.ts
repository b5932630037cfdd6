import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { row, seed, setUpWorld, stopClock } from './web-page.ts';

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
  await stopClock(page);
  const session = await page.context().newCDPSession(page);
  const asked = searches(page);
  await page.keyboard.press('/');
  /** What was asked for when somebody rests after each letter. */
  const rest = async (text: string) => {
    await compose(session, text);
    await page.clock.runFor(1_000);
  };
  await rest('ㄱ');
  expect(asked).toEqual([]);
  await rest('기');
  await row(page, '요리').waitFor({ state: 'detached' });
  expect(await page.locator('.row').count()).toBe(2);
  await session.send('Input.insertText', { text: '기' });
  // 기ㅅ is on the way to 기술 and the same question as 기.
  await rest('ㅅ');
  expect(asked).toEqual(['기']);
  await rest('수');
  await row(page, '정보 기술').waitFor({ state: 'detached' });
  await rest('술');
  await row(page, '정보 기술').waitFor();
  await session.send('Input.insertText', { text: '술' });
  await page.clock.runFor(1_000);
  expect(await page.locator('#search').inputValue()).toBe('기술');
  expect(await page.locator('.row-title').allTextContents()).toEqual(['정보 기술']);
  expect(asked).toEqual(['기', '기수', '기술']);
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
  await page.getByRole('textbox', { name: '값', exact: true }).focus();
  await compose(session, '백엔드');
  // As Chromium tells of a key that the input method takes.
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  // As Firefox tells of it, and as Safari does.
  await page.evaluate(() => {
    for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
      const init = { key: 'Enter', bubbles: true, cancelable: true, ...how };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
    }
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
  await stopClock(page);
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
  await page.clock.runFor(1_000);
  await expect.poll(() => asked).toEqual(['요리']);
  // The old list stays until the new one is there.
  expect(await page.locator('.row').count()).toBe(3);
  expect(await page.locator('.list').getAttribute('aria-busy')).toBe('true');
  await page.locator('#search').pressSequentially(' 기술');
  await page.locator('#search').fill('기술');
  await page.clock.runFor(1_000);
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

test('Enter waits for the answer and goes to what it found, unless one types on', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '요리').waitFor();
  let held = Promise.withResolvers<void>();
  await page.route(/search=/, async (route) => {
    await held.promise;
    await route.continue().catch(() => undefined);
  });
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.locator('#search').pressSequentially('명단');
  await page.keyboard.press('Enter');
  // Not to the first row of the list that is about to go.
  expect(await page.locator('#search').evaluate((field) => field.matches(':focus'))).toBe(true);
  held.resolve();
  await expect.poll(focused).toMatch(/^기수별 명단/);

  held = Promise.withResolvers();
  await page.locator('#search').fill('기술');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' 정보');
  held.resolve();
  await row(page, '기수별 명단').waitFor({ state: 'detached' });
  expect(await page.locator('#search').evaluate((field) => field.matches(':focus'))).toBe(true);
});

test('a tag that is moved or removed by keyboard leaves the focus in the form', async () => {
  const [key = ''] = await seed(world, nodes);
  await world.ask('PUT', `/nodes/${encodeURIComponent(key)}/attributes`, {
    attributes: ['가', '나', '다'].map((value, index) => ({
      name: '순서',
      value,
      order_index: index * 10,
    })),
  });
  const page = await world.open({ at: `#/tech/${key}` });
  await page.getByRole('button', { name: '순서 편집' }).click();
  const has = (name: string) =>
    expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? 'field'),
      )
      .toBe(name);
  await page.getByRole('button', { name: '다 앞으로' }).focus();
  await page.keyboard.press('Enter');
  await has('다 앞으로');
  await page.keyboard.press('Enter');
  await has('field');
  const tags = page.locator('.tags-field .tag');
  expect(await tags.allTextContents()).toEqual(['다', '가', '나']);
  await page.getByRole('button', { name: '가 빼기' }).focus();
  await page.keyboard.press('Enter');
  await has('field');
  await page.keyboard.press('Escape');
  // Nothing was saved, and the page did not go back to the list.
  await page.getByRole('button', { name: '순서 편집' }).waitFor();
  expect(await page.locator('.tags .tag').allTextContents()).toEqual(['가', '나', '다']);

  await page.getByRole('button', { name: '순서 편집' }).click();
  await page.getByRole('button', { name: '다 앞으로' }).click();
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('button', { name: '순서 편집' }).waitFor();
  // The numbers stay with their places, as whoever set them meant.
  const { attributes } = (await world.ask('GET', `/nodes/${encodeURIComponent(key)}/attributes`))
    .body as { attributes: { value: string; order_index: number }[] };
  expect(attributes.map(({ value, order_index }) => [value, order_index])).toEqual([
    ['가', 0],
    ['다', 10],
    ['나', 20],
  ]);
});

test('a form is sent once, however often its key comes', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await row(page, '요리').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.keyboard.press('n');
  await page.keyboard.type('https://example.com/once');
  await page.evaluate(() => {
    const field = document.activeElement;
    const key = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    for (const _ of [1, 2, 3]) field?.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await row(page, 'Once - example.com').waitFor();
  expect(sent).toHaveLength(1);
});

test('who runs down the list asks for the node at which the run ends', async () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    domain_name: 'tech',
    url: `https://example.com/${index}`,
    title: `글 ${index}.`,
  }));
  await seed(world, many);
  const page = await world.open({ at: '#/tech' });
  await row(page, '글 29.').click();
  await page.getByRole('button', { name: '속성 추가' }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  await page.evaluate(() => {
    for (let press = 0; press < 20; press += 1)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  });
  await page.getByRole('heading', { name: '글 9.' }).waitFor();
  await page.getByRole('button', { name: '속성 추가' }).waitFor();
  // The node and its attributes; the first step of the run is not known to be one.
  expect(asked.filter((url) => url.includes('url-db:tech:10')).length).toBe(2);
  expect(asked.length).toBeLessThanOrEqual(4);
});

test('a dialog that is opened again at once stays open', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await row(page, '요리').waitFor();
  await page.keyboard.press('n');
  const field = page.getByRole('dialog', { name: 'URL 추가' }).getByLabel('URL');
  await field.waitFor();
  // Closed and opened in one task, before the browser tells that it was closed.
  await page.evaluate(async () => {
    document.querySelector<HTMLElement>('dialog[open] .form-actions button')?.click();
    await Promise.resolve();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise(requestAnimationFrame);
  });
  await page.keyboard.type('https://example.com/again');
  expect(await field.inputValue()).toBe('https://example.com/again');
});
