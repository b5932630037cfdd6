import { expect, test } from 'vitest';
import { handset, row, seed, setUpWorld } from './web-page.ts';

// Back, forward, reload, and a server that was away: one is where one was.

const world = setUpWorld();

const nodes = [
  ...['정보 기술', '요리의 기술', '산책'].map((title, index) => ({
    domain_name: 'tech',
    url: `https://example.com/${index}`,
    title,
  })),
  { domain_name: 'recipes', url: 'https://example.com/stew', title: '찌개의 기술' },
];

test('a reload keeps domain, search and what is open', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await page.locator('#search').fill('기술');
  await row(page, '산책').waitFor({ state: 'detached' });
  await row(page, '정보 기술').click();
  await page.getByRole('heading', { name: '정보 기술' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '정보 기술' }).waitFor();
  expect(page.url()).toBe(`${world.url}/#/tech/${key}`);
  expect(await page.locator('#search').inputValue()).toBe('기술');
  await row(page, '요리의 기술').waitFor();
  expect(await page.locator('.row').count()).toBe(2);
});

test('back and forward bring each list with its search', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  const field = page.locator('#search');
  await field.fill('기술');
  await row(page, '산책').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^recipes/ }).click();
  await row(page, '찌개의 기술').waitFor();
  await field.fill('');
  await expect.poll(() => page.locator('.list-count').textContent()).toBe('1');
  await page.goBack();
  await row(page, '요리의 기술').waitFor();
  expect(await field.inputValue()).toBe('기술');
  await page.goForward();
  await row(page, '찌개의 기술').waitFor();
  expect(await field.inputValue()).toBe('');
});

test('Esc goes back to the list with the search that stands in the field', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await row(page, '산책').click();
  await page.getByRole('heading', { name: '산책' }).waitFor();
  await page.locator('#search').fill('요리');
  await row(page, '정보 기술').waitFor({ state: 'detached' });
  await row(page, '요리의 기술').focus();
  await page.keyboard.press('Escape');
  await page.locator('.app[data-place="list"]').waitFor();
  await expect.poll(() => page.url()).toBe(`${world.url}/#/tech`);
  expect(await page.locator('#search').inputValue()).toBe('요리');
  expect(await page.locator('.row').count()).toBe(1);
});

test('keys that come before the browser is back are not lost, and the history stays straight', async () => {
  await seed(world, nodes);
  const page = await world.open({ at: '#/tech' });
  await row(page, '산책').click();
  await page.getByRole('heading', { name: '산책' }).waitFor();
  // All in one task: the browser has not gone back when the others come.
  await page.evaluate(() => {
    for (const key of ['Escape', 'j', 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await page.getByRole('heading', { name: '요리의 기술' }).waitFor();
  await expect.poll(() => page.url()).toBe(`${world.url}/#/tech/url-db:tech:2`);
  await page.goBack();
  await page.locator('.app[data-place="list"]').waitFor();
  expect(page.url()).toBe(`${world.url}/#/tech`);

  await page.evaluate(() => {
    for (const key of ['Enter', 'Escape', 'n'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect.poll(() => page.url()).toBe(`${world.url}/#/tech`);
  await page.keyboard.type('https://example.com/typed');
  expect(await page.getByRole('dialog').getByLabel('URL').inputValue()).toBe(
    'https://example.com/typed',
  );
});

test('a list that was scrolled stays where it is when the server was away', async () => {
  const many = Array.from({ length: 200 }, (_, index) => ({
    domain_name: 'many',
    url: `https://example.com/${index}`,
    title: `글 ${index}.`,
  }));
  await seed(world, many);
  const page = await world.open({ at: '#/many', viewport: handset });
  await row(page, '글 199.').waitFor();
  const rows = page.locator('.rows');
  const top = () => rows.evaluate((element) => element.scrollTop);
  // Past the first page, so that beginning anew would lose the place.
  await expect
    .poll(async () => {
      await rows.evaluate((element) => element.scrollTo(0, 7_200));
      return top();
    })
    .toBe(7_200);
  await row(page, '글 105.').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '도메인 선택' }).click();
  await page.getByRole('button', { name: '새 도메인' }).click();
  await page.getByLabel('이름').fill('later');
  await page.keyboard.press('Enter');
  await page.getByText('서버에 연결할 수 없어요').waitFor();
  await page.keyboard.press('Escape');
  const lists: string[] = [];
  page.on('request', (request) => /nodes\?/.test(request.url()) && lists.push(request.url()));
  const isBack = page.waitForResponse(/\/api\/mcp\/domains$/);
  await page.context().setOffline(false);
  // The domains are asked for anew at that moment, and the list would be too.
  await isBack;
  expect(lists).toEqual([]);
  await row(page, '글 105.').waitFor();
  expect(await top()).toBe(7_200);
});

test('what was added to last is where one adds next', async () => {
  await seed(world, nodes);
  const page = await world.open();
  await row(page, '산책').waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'URL 추가' });
  expect(await dialog.getByLabel('도메인').inputValue()).toBe('recipes');
  await dialog.getByLabel('URL').fill('https://example.com/next');
  await dialog.getByLabel('도메인').selectOption('tech');
  await page.keyboard.press('Enter');
  await row(page, 'Next - example.com').waitFor();
  await page.keyboard.press('n');
  expect(await dialog.getByLabel('도메인').inputValue()).toBe('tech');
});
