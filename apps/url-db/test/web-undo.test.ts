import { expect, test } from 'vitest';
import { nodePath, row, seed, setUpWorld, stopClock } from './web-page.ts';

const world = setUpWorld();

const nodes = ['하나', '둘', '셋'].map((title, index) => ({
  domain_name: 'tech',
  url: `https://example.com/${index}`,
  title,
}));

const exists = async (key: string) => (await world.ask('GET', nodePath(key))).status === 200;

/** The page with its clock in our hands. */
async function openStill(at = '#/tech') {
  const page = await world.open({ at });
  await row(page, '하나').waitFor();
  await stopClock(page);
  return page;
}

test('a deletion waits six seconds, and not a moment less', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await openStill();
  await row(page, '하나').focus();
  await page.keyboard.press('Delete');
  await page.getByText('‘하나’ 삭제함').first().waitFor();
  expect(await page.locator('.list-count').textContent()).toBe('2');
  await page.clock.runFor(5_900);
  expect(await exists(key)).toBe(true);
  await page.clock.runFor(200);
  await expect.poll(() => exists(key)).toBe(false);
  await page.locator('.toast').waitFor({ state: 'detached' });
  expect(await page.locator('.row-title').allTextContents()).toEqual(['셋', '둘']);
});

test('z takes back the newest, then the one before', async () => {
  const keys = await seed(world, nodes);
  const page = await openStill();
  await row(page, '셋').focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  expect(await page.locator('.row-title').allTextContents()).toEqual(['하나']);
  await page.keyboard.press('z');
  await row(page, '둘').waitFor();
  expect(await page.locator('.row-title').allTextContents()).toEqual(['둘', '하나']);
  await page.keyboard.press('z');
  await row(page, '셋').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^셋/);
  await page.clock.runFor(20_000);
  expect(await Promise.all(keys.map(exists))).toEqual([true, true, true]);
  expect(await page.locator('.list-count').textContent()).toBe('3');
});

test('time stands still while one is on the button', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await openStill();
  await row(page, '하나').focus();
  await page.keyboard.press('Delete');
  await page.clock.runFor(4_000);
  await page.getByRole('button', { name: '실행 취소' }).focus();
  await page.clock.runFor(30_000);
  expect(await exists(key)).toBe(true);
  await row(page, '둘').focus();
  await page.clock.runFor(1_900);
  expect(await exists(key)).toBe(true);
  await page.clock.runFor(200);
  await expect.poll(() => exists(key)).toBe(false);
});

test.each(['leaves for another page', 'closes the tab', 'loads the page again'])(
  'what was deleted is deleted when one %s',
  async (how) => {
    const [key = '', other = ''] = await seed(world, nodes);
    const page = await openStill();
    await row(page, '하나').focus();
    await page.keyboard.press('Delete');
    await page.getByText('‘하나’ 삭제함').first().waitFor();
    expect(await exists(key)).toBe(true);
    if (how.startsWith('leaves')) await page.goto('about:blank');
    else if (how.startsWith('closes')) await page.close({ runBeforeUnload: true });
    else await page.reload();
    await expect.poll(() => exists(key)).toBe(false);
    expect(await exists(other)).toBe(true);
  },
);

test('a deletion that is refused brings the node back and says why', async () => {
  const [key = '', other = ''] = await seed(world, nodes);
  const made = await world.ask('POST', `${nodePath(other)}/dependencies`, {
    depends_on: key,
    type: 'hard',
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const page = await openStill();
  await row(page, '하나').focus();
  await page.keyboard.press('Delete');
  await row(page, '하나').waitFor({ state: 'detached' });
  await page.clock.runFor(6_100);
  await page.getByText('이 URL에 의존하는 URL이 1개 있어요.').first().waitFor();
  await row(page, '하나').waitFor();
  expect(await page.locator('.list-count').textContent()).toBe('3');
});

test('a deletion of what somebody else deleted is none that failed', async () => {
  const [key = ''] = await seed(world, nodes);
  const page = await openStill();
  await row(page, '하나').focus();
  await page.keyboard.press('Delete');
  await world.ask('DELETE', nodePath(key));
  await page.clock.runFor(6_100);
  await page.locator('.toast').waitFor({ state: 'detached' });
  expect(await page.locator('.row-title').allTextContents()).toEqual(['셋', '둘']);
});

test('an attribute comes back as it was, with its order', async () => {
  const [key = ''] = await seed(world, nodes);
  await world.ask('PUT', `${nodePath(key)}/attributes`, {
    attributes: [
      { name: '순서', value: '나', order_index: 7 },
      { name: '순서', value: '가', order_index: 2 },
      { name: 'rating', value: '4.50' },
    ],
  });
  const attributes = async () => (await world.ask('GET', `${nodePath(key)}/attributes`)).body;
  const before = await attributes();
  const page = await openStill(`#/tech/${key}`);
  await page.getByRole('button', { name: '순서 편집' }).click();
  await page.getByRole('button', { name: '순서 삭제' }).click();
  await page.getByText('순서 속성을 지웠어요').first().waitFor();
  expect((await attributes()).attributes).toHaveLength(1);
  await page.getByRole('button', { name: '실행 취소' }).click();
  await page.getByRole('button', { name: '순서 편집' }).waitFor();
  expect(await attributes()).toEqual(before);
});
