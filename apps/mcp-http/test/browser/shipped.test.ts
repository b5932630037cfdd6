import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import { type Browser, fontsOf } from '../pages/open-page.ts';
import { startChild } from '../support/child.ts';
import { createWorld } from '../support/world.ts';
import { connectLegacy } from './support/connect.ts';
import { startListener } from './support/listener.ts';
import { longText } from './support/long-text.ts';
import { openBrowser, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

const pretendard = { familyName: expect.stringContaining('Pretendard'), isCustomFont: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it('the server as it is shipped: log-in, friends by a link in the middle of a 2025-era call, a long message', async () => {
  await using world = await createWorld();
  await using server = await startChild(world.environment, 'kakao');
  await using listener = await startListener();
  const person = await openBrowser(browser, phone);
  const page = await person.tab();
  const links: Promise<unknown>[] = [];
  const connecting = connectLegacy(`${server.url}/mcp`, {
    name: 'Parrot',
    listener,
    open: (address) => page.goto(address),
    openLink: (address) => links.push(page.goto(address)),
  });
  // Its style and letters came along.
  await page.getByRole('button', { name: '허용하고 카카오로 로그인' }).waitFor();
  await expect.poll(() => fontsOf(page, 'h1')).toContainEqual(pretendard);
  await walk(page).goThrough();
  await using client = await connecting;

  const searching = client.call('search_kakao_friends', { query: '도윤' });
  await walk(page).logInAs('김서연');
  await walk(page).agreeAtKakao();
  await page.getByRole('heading', { name: '친구 목록 제공에 동의했습니다' }).waitFor();
  const { friends } = (await searching).structuredContent as { friends: { uuid: string }[] };
  const sent = await client.call('send_message', { uuid: friends[0]?.uuid, message: longText });
  expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 1 });
  await page.goto((sent.structuredContent as { link: string }).link);
  expect((await page.locator('.text p').allTextContents()).join('\n\n')).toBe(longText);
  const self = await client.call('send_message_to_me', { message: '끝' });
  expect(self.structuredContent).toMatchObject({ success: true });
  expect(links).toHaveLength(1);
  expect(person.complaints).toEqual([]);
  expect(server.log.filter((line) => /"level":"(error|warn)"/.test(line))).toEqual([]);
});
