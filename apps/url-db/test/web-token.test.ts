import { expect, test } from 'vitest';
import { row, seed, setUpWorld } from './web-page.ts';

const token = 'a-token-of-sixteen-characters-or-more';
const world = setUpWorld({ URL_DB_TOKENS: token });

test('a server with tokens: asked once, a wrong one is said to be wrong, kept for the tab alone', async () => {
  await seed(world, [{ domain_name: 'tech', url: 'https://example.com/', title: '하나' }]);
  const page = await world.open();
  const question = page.getByRole('dialog', { name: '토큰이 필요해요' });
  await question.waitFor();
  const field = question.getByLabel('토큰', { exact: true });
  await field.fill('wrong');
  await field.press('Enter');
  await question.getByText('토큰이 맞지 않아요. 다시 확인해 주세요.').waitFor();
  await page.keyboard.press('Escape');
  await field.fill(token);
  await field.press('Enter');
  await row(page, '하나').waitFor();
  expect(await page.locator('.domain-link').allTextContents()).toHaveLength(2);

  await page.reload();
  await row(page, '하나').waitFor();
  expect(await question.isVisible()).toBe(false);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
  expect(page.url()).not.toContain(token);

  const other = await world.open();
  await other.getByRole('dialog', { name: '토큰이 필요해요' }).waitFor();
});

test('what was deleted is deleted with the token when the page goes', async () => {
  const [key = ''] = await seed(world, [{ domain_name: 'tech', url: 'https://example.com/' }]);
  const page = await world.open();
  const field = page.getByLabel('토큰', { exact: true });
  await field.fill(token);
  await field.press('Enter');
  await page.locator('.row').first().focus();
  await page.keyboard.press('Delete');
  await page.locator('.toast').waitFor();
  await page.goto('about:blank');
  await expect
    .poll(async () => (await world.ask('GET', `/nodes/${encodeURIComponent(key)}`)).status)
    .toBe(404);
});
