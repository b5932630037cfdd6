import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desktop, handset, nodePath, row, seed, setUpWorld } from './web-page.ts';

const world = setUpWorld();

const articles = [
  ['https://tech.kakao.com/posts/612', '대규모 메시지 발송의 기술'],
  ['https://ko.wikipedia.org/wiki/%EC%A0%95%EB%B3%B4_%EA%B8%B0%EC%88%A0', '정보 기술'],
  ['https://web.dev/articles/vitals', 'Web Vitals'],
  ['https://sqlite.org/wal.html', 'Write-Ahead Logging'],
] as const;

const techArticles = articles.map(([url, title]) => ({ domain_name: 'tech-articles', url, title }));

const titles = (page: Page) => page.locator('.row-title').allTextContents();

test.each([
  ['a desktop', desktop],
  ['a phone', handset],
] as const)('the walk of a newcomer on %s', async (_, viewport) => {
  const isPhone = viewport === handset;
  const page = await world.open({ viewport });
  const back = async () => {
    if (isPhone) await page.getByRole('button', { name: '목록으로', exact: true }).click();
  };

  await page.getByRole('heading', { name: '도메인부터 만들어 보세요' }).waitFor();
  await page.getByLabel('이름').fill('Tech-Articles');
  await page.getByLabel('설명').fill('기술 관련 아티클');
  await page.getByRole('button', { name: '도메인 만들기' }).click();
  await page.getByRole('heading', { name: '아직 URL이 없어요' }).waitFor();
  expect((await world.ask('GET', '/domains')).body.domains).toMatchObject([
    { name: 'tech-articles', description: '기술 관련 아티클' },
  ]);

  for (const [url, title] of articles) {
    await page.getByRole('button', { name: 'URL 추가' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'URL 추가' });
    await dialog.getByLabel('URL').fill(url);
    await dialog.getByLabel('제목').fill(title);
    await dialog.getByRole('button', { name: 'URL 추가' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row(page, title).waitFor();
  }
  expect(await titles(page)).toEqual(articles.map(([, title]) => title).toReversed());

  await page.getByRole('textbox', { name: 'tech-articles에서 검색' }).pressSequentially('기술');
  await row(page, 'Web Vitals').waitFor({ state: 'detached' });
  expect(await titles(page)).toEqual(['정보 기술', '대규모 메시지 발송의 기술']);
  expect(await page.locator('.row-title mark').allTextContents()).toEqual(['기술', '기술']);
  // In the address too, which is read as people do.
  expect(await page.locator('.row-path').first().textContent()).toBe('/wiki/정보_기술');
  expect(await page.locator('.list-count').textContent()).toBe('검색 결과 2개');

  await row(page, '정보 기술').click();
  await page.getByRole('heading', { name: '정보 기술' }).waitFor();
  const key = 'url-db:tech-articles:2';
  expect(page.url()).toContain(`#/tech-articles/${key}`);

  await page.getByRole('button', { name: '속성 추가' }).click();
  await page.getByLabel('이름').fill('rating');
  await page.getByLabel('값', { exact: true }).fill('4');
  expect(await page.getByLabel('유형').locator('option:checked').textContent()).toBe('자동: 숫자');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('button', { name: 'rating 편집' }).click();
  const rating = page.getByRole('textbox', { name: 'rating' });
  await rating.fill('4.5');
  await rating.press('Enter');
  await page.locator('.attribute-value .number', { hasText: '4.5' }).waitFor();
  expect((await world.ask('GET', `${nodePath(key)}/attributes`)).body.attributes).toEqual([
    { name: 'rating', type: 'number', value: '4.5' },
  ]);

  await page.getByRole('button', { name: '이 URL 삭제' }).click();
  const undo = page.getByRole('button', { name: '실행 취소' });
  await undo.waitFor();
  expect(await titles(page)).toEqual(['대규모 메시지 발송의 기술']);
  expect((await world.ask('GET', nodePath(key))).status).toBe(200);
  await undo.click();
  await row(page, '정보 기술').waitFor();
  await undo.waitFor({ state: 'detached' });
  if (isPhone) await row(page, '정보 기술').click();
  await page.getByText('4.5').waitFor();
  await back();
  await row(page, '정보 기술').waitFor();
});

test('what the list shows: newest first, with the domain where all are together', async () => {
  await seed(world, [...techArticles, { domain_name: 'recipes', url: 'https://example.com/된장' }]);
  const page = await world.open();
  await row(page, 'Write-Ahead Logging').waitFor();
  const first = page.locator('.row').first();
  expect(await first.locator('.row-title').textContent()).toBe('된장 - example.com');
  expect(await first.locator('.row-domain').textContent()).toBe('recipes');
  expect(await first.locator('time').textContent()).toBe('방금');
  await page.getByRole('link', { name: /^tech-articles/ }).click();
  await row(page, '된장').waitFor({ state: 'detached' });
  expect(await page.locator('.row-domain').count()).toBe(0);
  expect(await page.title()).toBe('tech-articles · url-db');
  await page.goBack();
  await row(page, '된장').waitFor();
});

test('search: several words, the description that was meant, no hit, and from one domain to all', async () => {
  await seed(world, [
    ...techArticles,
    {
      domain_name: 'recipes',
      url: 'https://example.com/soup',
      title: '찌개',
      description: '두부와 애호박, 그리고 청양고추를 넣고 한소끔 더 끓인다',
    },
  ]);
  const page = await world.open({ at: '#/tech-articles' });
  const field = page.getByRole('textbox', { name: '검색' });
  await field.fill('기술 메시지');
  await row(page, '정보 기술').waitFor({ state: 'detached' });
  expect(await titles(page)).toEqual(['대규모 메시지 발송의 기술']);

  await field.fill('청양고추');
  await page.getByRole('heading', { name: '‘청양고추’ 검색 결과가 없어요' }).waitFor();
  await page.getByRole('button', { name: '모든 도메인에서 찾기' }).click();
  await row(page, '찌개').waitFor();
  expect(await page.locator('.row-path mark').textContent()).toBe('청양고추');

  await page.getByRole('button', { name: '검색어 지우기' }).click();
  await row(page, 'Web Vitals').waitFor();
  expect(await page.locator('.row').count()).toBe(5);
});

test('a URL that is searched for and not kept can be added from there', async () => {
  await seed(world, techArticles);
  const page = await world.open();
  await row(page, 'Web Vitals').waitFor();
  await page.getByRole('textbox', { name: '검색' }).fill('https://example.com/new-article');
  await page.getByRole('button', { name: '추가하기' }).click();
  const dialog = page.getByRole('dialog', { name: 'URL 추가' });
  expect(await dialog.getByLabel('URL').inputValue()).toBe('https://example.com/new-article');
  await dialog.getByRole('button', { name: 'URL 추가' }).click();
  await page.getByRole('heading', { name: 'New Article - example.com' }).waitFor();
});

test('a URL that is pasted anywhere is offered to be added', async () => {
  await seed(world, techArticles);
  const page = await world.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await row(page, 'Web Vitals').waitFor();
  await page.evaluate(() => navigator.clipboard.writeText(' https://example.com/pasted '));
  await page.keyboard.press('Control+V');
  const dialog = page.getByRole('dialog', { name: 'URL 추가' });
  expect(await dialog.getByLabel('URL').inputValue()).toBe('https://example.com/pasted');
});

test('what the server refuses is said at the field, and what was typed stays', async () => {
  await seed(world, techArticles);
  const page = await world.open({ at: '#/tech-articles' });
  await row(page, 'Web Vitals').waitFor();
  await page.getByRole('button', { name: 'URL 추가' }).click();
  const dialog = page.getByRole('dialog', { name: 'URL 추가' });
  const url = dialog.getByLabel('URL');
  await url.fill('javascript:alert(1)');
  await dialog.getByLabel('제목').fill('나쁜 것');
  await dialog.getByRole('button', { name: 'URL 추가' }).click();
  await dialog.getByText('저장할 수 있는 스킴: http, https').waitFor();
  expect(await url.getAttribute('aria-invalid')).toBe('true');
  expect(await dialog.getByLabel('제목').inputValue()).toBe('나쁜 것');

  await url.fill('https://web.dev/articles/vitals');
  await dialog.getByRole('button', { name: 'URL 추가' }).click();
  await dialog.getByText('이 도메인에 이미 있는 URL이에요.').waitFor();
  await dialog.getByRole('button', { name: '그 URL 보기' }).click();
  await page.getByRole('heading', { name: 'Web Vitals' }).waitFor();
});

test('title and description are changed in place, and an empty title is made from the URL', async () => {
  const [key = ''] = await seed(world, techArticles);
  const page = await world.open({ at: `#/tech-articles/${key}` });
  await page.getByRole('heading', { name: '대규모 메시지 발송의 기술' }).waitFor();
  await page.getByRole('button', { name: '제목과 설명 편집' }).click();
  await page.getByLabel('제목').fill('발송');
  await page.getByLabel('설명').fill('첫째 줄\n둘째 줄');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('heading', { name: '발송' }).waitFor();
  await row(page, '발송').waitFor();
  expect((await world.ask('GET', nodePath(key))).body).toMatchObject({
    title: '발송',
    description: '첫째 줄\n둘째 줄',
  });
  await page.getByRole('button', { name: '제목과 설명 편집' }).click();
  await page.getByLabel('제목').fill('');
  await page.getByLabel('설명').fill('');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('heading', { name: '612 - tech.kakao.com' }).waitFor();
  expect((await world.ask('GET', nodePath(key))).body.description).toBeNull();
});

test('a list of thousands comes as one scrolls, and only what is in sight is in the document', async () => {
  const nodes = Array.from({ length: 700 }, (_, index) => ({
    domain_name: 'many',
    url: `https://example.com/${index}`,
    title: `글 ${index}`,
  }));
  await seed(world, nodes);
  const page = await world.open({ at: '#/many' });
  await row(page, '글 699').waitFor();
  expect(await page.locator('.list-count').textContent()).toBe('700');
  const rows = page.locator('.rows');
  const lastShown = () => page.locator('.row').last().textContent();
  while (!(await lastShown())?.startsWith('글 0')) {
    await rows.evaluate((element) => element.scrollBy(0, 4_000));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  expect(await page.locator('.row').count()).toBeLessThan(60);
  expect(await page.locator('.rows li').last().getAttribute('aria-posinset')).toBe('700');
  expect(await page.locator('.rows li').last().getAttribute('aria-setsize')).toBe('700');
});

test('the language: by the browser, by choice, and remembered', async () => {
  await seed(world, techArticles);
  const page = await world.open({ locale: 'en-GB' });
  await page.getByRole('heading', { name: 'All URLs' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: '한국어' }).click();
  await page.getByRole('heading', { name: '모든 URL' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '모든 URL' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('ko');
});

test('on a phone list and node are pages, and the list is where it was', async () => {
  const nodes = Array.from({ length: 120 }, (_, index) => ({
    domain_name: 'many',
    url: `https://example.com/${index}`,
    title: `글 ${index}.`,
  }));
  await seed(world, [...techArticles, ...nodes]);
  const page = await world.open({ viewport: handset, hasTouch: true });
  await page.getByRole('button', { name: '모든 URL: 도메인 선택' }).click();
  await page.getByRole('dialog').getByRole('link', { name: /^many/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await row(page, '글 119.').waitFor();
  await page.locator('.rows').evaluate((element) => element.scrollTo(0, 3_000));
  await row(page, '글 80.').click();
  await page.getByRole('heading', { name: '글 80.' }).waitFor();
  expect(await page.locator('.list').isVisible()).toBe(false);
  await page.getByRole('button', { name: '목록으로', exact: true }).click();
  await row(page, '글 80.').waitFor();
  expect(await page.locator('.rows').evaluate((element) => element.scrollTop)).toBe(3_000);
  await page.goBack();
  await page.getByRole('button', { name: '모든 URL: 도메인 선택' }).waitFor();
});
