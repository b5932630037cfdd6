import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { callTool, contentOf } from '../support/raw.ts';
import { createWorld, type Running, serve, type World } from '../support/world.ts';
import { startAsking } from './support/asking.ts';
import { longText } from './support/long-text.ts';
import { openBrowser, type Person, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

// Names and texts that would be a page if anybody took them for one.

const attack = `<img src=x onerror="alert(1)"><script>alert(2)</script>"'></h1><svg onload=alert(3)>`;

let browser: Browser;
let world: World;
let server: Running;
beforeAll(async () => {
  browser = await launchBrowser();
  const users = [{ id: 1, nickname: attack, phone: '010-0000-1001' }];
  world = await createWorld({}, { seed: { kakao: { users } } });
  server = await serve(world.environment, ['kakao']);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await world?.[Symbol.asyncDispose]();
});

it('a name and a nickname are text on every page, and so is a message in the chat and on its page', async () => {
  await using client = await startAsking(server, attack);
  const person = await openBrowser(browser, phone);
  const page = await person.tab();
  await page.goto(client.address);
  // Of 84 characters 60 are shown.
  const shown = await page.locator('h1 .app').textContent();
  expect(attack.startsWith(shown?.replace('…', '') ?? '?')).toBe(true);
  await nothingRan(page, person, '카카오톡 이용 허용 · 전보');
  await walk(page).agree();
  await page.getByRole('button', { name: attack }).waitFor();
  await nothingRan(page, person, '카카오 로그인');
  await walk(page).logInAs(attack);
  await walk(page).agreeAtKakao();
  await walk(page).arrive();

  const { access_token } = await client.redeem();
  const message = `${attack} javascript:alert(4) [a](javascript:alert(5)) ${longText}`;
  const headers = { authorization: `Bearer ${access_token}` };
  const sent = await callTool(server.mcp, headers, 'send_message_to_me', { message });
  await page.goto(String(contentOf(sent).link));
  expect((await page.locator('.text p').allTextContents()).join('\n\n')).toBe(message);
  const links = page.locator('.text a');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    'https://food.example/jeju/noodles?branch=aewol#menu',
  ]);
  await nothingRan(page, person, '메시지 전체 보기 · 전보');
  await page.goto(`${world.sandbox.url}/#/phone/010-0000-1001`);
  await page.locator('.kakao-card').getByText(attack).waitFor();
  await nothingRan(page, person);
});

async function nothingRan(page: Page, { complaints }: Person, title?: string): Promise<void> {
  if (title) expect(await page.title()).toBe(title);
  expect(await page.locator('img[src="x"], svg[onload], main script').count()).toBe(0);
  expect(complaints).toEqual([]);
}
