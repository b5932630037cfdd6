import { expect, test } from 'vitest';
import { row, seed, setUpWorld } from './web-page.ts';

const world = setUpWorld();

const nodes = ['하나', '둘'].map((title, index) => ({
  domain_name: 'tech',
  url: `https://example.com/${index}`,
  title,
}));

test('the server goes and comes back: said in words, nothing typed is lost, it goes on by itself', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '하나').waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'URL 추가' });
  await dialog.getByLabel('URL').fill('https://example.com/new');
  await world.stopServer();
  await page.keyboard.press('Enter');
  await dialog.getByText('서버가 응답하지 않아요. 실행 중인지 확인해 주세요.').waitFor();
  await page.getByText('서버에 연결할 수 없어요').waitFor();
  await world.startServer();
  await page.getByText('서버에 연결할 수 없어요').waitFor({ state: 'detached' });
  expect(await dialog.getByLabel('URL').inputValue()).toBe('https://example.com/new');
  await page.keyboard.press('Enter');
  await row(page, 'New - example.com').waitFor();
});

test('what changed while the server was away is seen when it is back', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '하나').waitFor();
  await world.stopServer();
  await page.locator('#search').fill('둘');
  await page.getByText('서버에 연결할 수 없어요').waitFor();
  // The old list stays.
  expect(await page.locator('.row').count()).toBe(2);
  await world.startServer();
  await page.getByRole('button', { name: '다시 시도' }).click();
  await row(page, '하나').waitFor({ state: 'detached' });
});

test('a page that opens while the server answers nothing says so', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '하나').waitFor();
  await page.route(/\/api\/mcp\//, (route) => route.abort());
  await page.reload();
  await page.getByText('서버에 연결할 수 없어요').waitFor();
  // What is not known is not said to be nothing.
  expect(await page.locator('.domain-count, .list-count, .note').count()).toBe(0);
  await page.unroute(/\/api\/mcp\//);
  await page.getByRole('button', { name: '다시 시도' }).first().click();
  await row(page, '하나').waitFor();
});

test('an answer that was asked for before a save and comes after it does not take the save back', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await row(page, '하나').waitFor();
  const held = Promise.withResolvers<void>();
  const isRead = Promise.withResolvers<void>();
  await page.route(`**/api/mcp/nodes/${encodeURIComponent(key)}`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const old = await route.fetch();
    isRead.resolve();
    await held.promise;
    await route.fulfill({ response: old });
  });
  await row(page, '하나').click();
  await isRead.promise;
  await page.keyboard.press('e');
  await page.getByLabel('제목').fill('처음');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '처음' }).waitFor();
  held.resolve();
  // The same answer brings the attributes.
  await page.getByRole('button', { name: '속성 추가' }).waitFor();
  expect(await page.locator('.detail-title').textContent()).toBe('처음');
  await row(page, '처음').waitFor();
});

test('addresses of what is not there', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech/url-db:tech:99' });
  await page.getByRole('heading', { name: '이제 없는 URL이에요' }).waitFor();
  await page.goto(`${world.url}/#/nowhere`);
  await page.getByRole('heading', { name: 'nowhere 도메인이 없어요' }).waitFor();
  await page.getByRole('button', { name: '모든 URL 보기' }).click();
  await row(page, '하나').waitFor();
});

test('an answer that is not from the server, a page of a proxy, is said to be one', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '하나').waitFor();
  await page.route(/\/api\/mcp\/nodes/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Log in to the network</h1>' }),
  );
  await page.locator('#search').fill('둘');
  await page.getByText('서버가 HTTP 200로 답했어요').waitFor();
  await page.unroute(/\/api\/mcp\/nodes/);
  await page.getByRole('button', { name: '다시 시도' }).click();
  await row(page, '하나').waitFor({ state: 'detached' });
});
