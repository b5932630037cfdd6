import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import { consentWords } from '../../src/pages/consent-words.ts';
import { type Browser, fontsOf, type Page } from '../pages/open-page.ts';
import { startChild } from '../support/child.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { createWorld } from '../support/world.ts';
import { metadataOf } from './support/client-provider.ts';
import { type Connected, connectLegacy, connectModern } from './support/connect.ts';
import { startListener } from './support/listener.ts';
import { longText } from './support/long-text.ts';
import { startMetadataHost } from './support/metadata-host.ts';
import { desktop, openBrowser, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

// From an address to the chats: a client of each line, a person in a real browser, and Kakao's own pages.

const pretendard = { familyName: expect.stringContaining('Pretendard'), isCustomFont: true };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it('a client with a document, on a phone: consent, log-in, all tools, friends by a link that the client opens', async () => {
  await using listener = await startListener();
  await using host = await startMetadataHost(metadataOf('Parrot', listener.redirectUri));
  await using place = await startKakaoPlace({}, { fetchClientMetadata: host.fetch });
  await using person = await openBrowser(browser, phone);
  const page = await person.tab();
  const links: Promise<void>[] = [];
  const agreeToFriends = async (address: string) => {
    const tab = await person.tab();
    await tab.goto(address);
    await walk(tab).logInAs('김서연');
    expect(await tab.getByRole('checkbox').count()).toBe(1);
    await walk(tab).agreeAtKakao();
    await tab.getByRole('heading', { name: '친구 목록 제공에 동의했습니다' }).waitFor();
  };
  const connecting = connectModern(place.mcp, {
    name: 'Never said',
    metadataUrl: host.url,
    listener,
    open: (address) => page.goto(address),
    openLink: (address) => links.push(agreeToFriends(address)),
  });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Parrot에 내 이름으로 카카오톡 메시지를 보내도록 허용할까요?',
  );
  const facts = await page.getByRole('definition').allTextContents();
  expect(facts[0]).toContain(`${host.name}에서 소개하는 앱입니다.`);
  expect(facts[1]).toContain(new URL(listener.redirectUri).host);
  expect(await page.getByRole('listitem').allTextContents()).toEqual([
    consentWords['kakao:message'].ko,
    consentWords['kakao:friends'].ko,
  ]);
  await walk(page).goThrough();
  await using client = await connecting;
  expect(host.reads).toBeGreaterThan(0);

  await sendToMe(client, '폰에서 보낸 첫 글');
  expect(await sendToFriend(client, '이도윤', '내일 세 시에 봐요')).toBe(1);
  await Promise.all(links);
  // One consent is enough: the client had nothing more to open.
  expect(links).toHaveLength(1);
  const inbox = await person.tab();
  await seeInChat(inbox, place, '010-0000-1001', '폰에서 보낸 첫 글');
  await seeInChat(inbox, place, '010-0000-1002', '내일 세 시에 봐요');
  expect(person.complaints).toEqual([]);
});

it('a client that registers itself, on a desktop: the same, and the link as text for one that opens none', async () => {
  await using listener = await startListener();
  await using place = await startKakaoPlace();
  await using person = await openBrowser(browser, { ...desktop, locale: 'en-GB' });
  const page = await person.tab();
  const connecting = connectLegacy(place.mcp, {
    name: 'Host & Söhne <b>',
    listener,
    open: (address) => page.goto(address),
  });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Let Host & Söhne <b> send KakaoTalk messages in your name?',
  );
  const [who] = await page.getByRole('definition').allTextContents();
  expect(who).toBe(consentWords.unverified.en);
  await walk(page, 'en').goThrough();
  await using client = await connecting;

  await sendToMe(client, 'A note to myself');
  const refused = await client.call('search_kakao_friends', { query: 'mina' });
  expect(refused).toMatchObject({
    isError: true,
    structuredContent: { error_code: 'CONSENT_REQUIRED' },
  });
  const [{ text }] = refused.content as [{ text: string }];
  // The model shows it, the person presses it.
  await page.goto(/https?:\S+/.exec(text)?.[0] ?? '');
  await walk(page, 'en').logInAs('김서연');
  await walk(page, 'en').agreeAtKakao();
  await page.getByRole('heading', { name: 'You shared your friends list' }).waitFor();
  expect(await sendToFriend(client, 'mina', 'See you tomorrow')).toBe(1);
  await seeInChat(page, place, '010-0000-1001', 'A note to myself');
  await seeInChat(page, place, '010-0000-1003', 'See you tomorrow');
  expect(person.complaints).toEqual([]);
});

it('the server as it is shipped: log-in, friends by a link in the middle of a 2025-era call, a long message', async () => {
  await using world = await createWorld();
  await using server = await startChild(world.environment, 'kakao');
  await using listener = await startListener();
  await using person = await openBrowser(browser, phone);
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

async function sendToMe(client: Connected, message: string): Promise<void> {
  const { structuredContent } = await client.call('send_message_to_me', { message });
  expect(structuredContent).toMatchObject({ success: true, result_code: 0 });
}

/** @returns how many got it */
async function sendToFriend(client: Connected, query: string, message: string): Promise<number> {
  const found = await client.call('search_kakao_friends', { query });
  expect(found.structuredContent).toMatchObject({ total_count: 1 });
  const { friends } = found.structuredContent as { friends: { uuid: string }[] };
  const sent = await client.call('send_message', { uuid: friends[0]?.uuid, message });
  return (sent.structuredContent as { sent_count: number }).sent_count;
}

/** On the sandbox's phones, as its user looks at them. */
async function seeInChat(page: Page, { sandbox }: KakaoPlace, number: string, text: string) {
  await page.goto(`${sandbox.url}/#/phone/${number}`);
  await page.locator('.kakao-card').getByText(text).waitFor();
}
