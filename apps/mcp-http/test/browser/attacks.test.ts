import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../sandbox/test/browser.ts';
import type { Browser, Page } from '../pages/open-page.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { atKakao, logIn } from '../support/oauth.ts';
import { callTool, contentOf } from '../support/raw.ts';
import { createWorld, serve } from '../support/world.ts';
import { startAsking } from './support/asking.ts';
import { longText } from './support/long-text.ts';
import { type OtherSite, startOtherSite } from './support/other-site.ts';
import { openBrowser, type Person, phone } from './support/person.ts';
import { walk } from './support/walk.ts';

// What somebody else’s page, name or text can do to a person who is in the middle of a log-in: nothing.

/** A name or a text that would be a page if anybody took it for one. */
const attack = `<img src=x onerror="alert(1)"><script>alert(2)</script>"'></h1><svg onload=alert(3)>`;

let browser: Browser;
let place: KakaoPlace;
let other: OtherSite;
beforeAll(async () => {
  browser = await launchBrowser();
  place = await startKakaoPlace();
  other = await startOtherSite();
});
afterAll(async () => {
  await Promise.all([
    browser?.close(),
    place?.[Symbol.asyncDispose](),
    other?.[Symbol.asyncDispose](),
  ]);
});
beforeEach(() => place.sandbox.reset());

const logIns = () =>
  place.sandbox.exchanges().filter(({ request }) => request.path.startsWith('/oauth/'));

describe.each(['crossSite', 'sameSite'] as const)('a page of another origin (%s)', (origin) => {
  it('cannot answer for the person, though it knows all that our page knows', async () => {
    await using client = await startAsking(place);
    await using person = await openBrowser(browser);
    const page = await person.tab();
    await page.goto(client.address);
    const token = await page.locator('input[name=csrf]').getAttribute('value');
    const elsewhere = await person.tab();
    for (const decision of ['agree', 'decline']) {
      other.show(`<form method="post" action="${page.url()}">
<input name="csrf" value="${token}"><input name="decision" value="${decision}">
</form><script>document.forms[0].submit()</script>`);
      const answered = elsewhere.waitForResponse((response) => response.url() === page.url());
      await elsewhere.goto(other[origin]);
      expect((await answered).status()).toBe(400);
    }
    expect(logIns()).toEqual([]);
    // The person's own question stands as it stood.
    await walk(page).goThrough();
    expect((await client.redeem()).access_token).toBeTruthy();
    expect(person.complaints).toEqual([]);
  });

  it('cannot show ours inside of it', async () => {
    await using client = await startAsking(place);
    await using person = await openBrowser(browser);
    const page = await person.tab();
    await page.goto(client.address);
    const message = await sendLong();
    const [question, nowhere] = [page.url(), `${place.url}/nowhere`];
    other.show(`<iframe src="${question}"></iframe><iframe src="${client.address}"></iframe>
<iframe src="${message}"></iframe><object data="${message}"></object><embed src="${nowhere}">`);
    const elsewhere = await person.tab();
    await elsewhere.goto(other[origin]);
    // It is the browser that was told not to.
    const refused = () => person.complaints.filter((entry) => entry.includes('frame-ancestors'));
    await expect.poll(refused).toHaveLength(5);
    expect(
      elsewhere.frames().map((frame) => new URL(frame.url() || 'about:blank').origin),
    ).not.toContain(place.url);
  });

  it('cannot read ours, nor keep a hold of a message that it opens', async () => {
    await using person = await openBrowser(browser);
    const message = await sendLong();
    other.show('');
    const page = await person.tab();
    await page.goto(other[origin]);
    const read = (mode: 'cors' | 'no-cors') =>
      page.evaluate(
        ([address, wanted]) =>
          fetch(address, { mode: wanted, credentials: 'include' }).then(
            (answer) => answer.type,
            (error: Error) => error.name,
          ),
        [message, mode] as const,
      );
    expect(await read('cors')).toBe('TypeError');
    expect(await read('no-cors')).toBe('TypeError');
    const opened = person.context.waitForEvent('page');
    const handle = await page.evaluateHandle((address) => window.open(address), message);
    await (await opened).getByRole('article').waitFor();
    expect(await handle.evaluate((opener) => opener?.closed)).toBe(true);
  });
});

it('a link of another site to the callback, with somebody else’s code, logs nobody in', async () => {
  await using theirs = await startAsking(place);
  await using mine = await startAsking(place);
  await using them = await openBrowser(browser);
  const attacker = await them.tab();
  await attacker.goto(theirs.address);
  await walk(attacker).agree();
  await attacker.getByRole('button', { name: 'Mina Park' }).waitFor();
  const callback = await atKakao(place, attacker.url(), 'Mina Park');
  other.show(`<a href="${callback.replaceAll('&', '&amp;')}">A cat</a>`);

  await using person = await openBrowser(browser);
  const page = await person.tab();
  await page.goto(mine.address);
  await walk(page).agree();
  await page.getByRole('button', { name: '김서연' }).waitFor();
  const elsewhere = await person.tab();
  await elsewhere.goto(other.crossSite);
  await elsewhere.getByRole('link', { name: 'A cat' }).click();
  await elsewhere.getByRole('heading', { name: '처음과 다른 브라우저입니다' }).waitFor();
  await walk(page).logInAs('김서연');
  await walk(page).agreeAtKakao();
  await walk(page).arrive();
  expect((await mine.redeem()).access_token).toBeTruthy();
  expect(theirs.listener.callbacks).toEqual([]);
  expect(person.complaints).toEqual([]);
});

it('no other site learns an address of ours', async () => {
  await using client = await startAsking(place);
  await using person = await openBrowser(browser);
  const page = await person.tab();
  const told: Promise<unknown>[] = [];
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== place.url)
      told.push(request.headerValue('referer').then((from) => [origin, from]));
  });
  await page.goto(client.address);
  await walk(page).goThrough();
  const ours = (await Promise.all(told)).filter((line) => String(line).includes(place.url));
  expect([told.length > 3, ours]).toEqual([true, []]);

  await page.goto(await sendLong(other.sameSite));
  const before = other.referrers.length;
  await page.getByRole('link', { name: other.sameSite }).click();
  await page.waitForURL(other.sameSite);
  expect(other.referrers.slice(before)).toEqual([undefined]);
});

it('a name and a nickname are text on every page, and so is a message in the chat and on its page', async () => {
  const users = [{ id: 1, nickname: attack, phone: '010-0000-1001' }];
  await using world = await createWorld({}, { seed: { kakao: { users } } });
  await using server = await serve(world.environment, ['kakao']);
  await using client = await startAsking(server, attack);
  await using person = await openBrowser(browser, phone);
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

/** @returns the address of its page */
async function sendLong(end: string = randomUUID()): Promise<string> {
  const { headers } = await logIn(place);
  const message = `${longText} ${end}`;
  const sent = await callTool(place.mcp, headers, 'send_message_to_me', { message });
  expect(contentOf(sent)).toMatchObject({ success: true });
  return String(contentOf(sent).link);
}

async function nothingRan(page: Page, { complaints }: Person, title?: string): Promise<void> {
  if (title) expect(await page.title()).toBe(title);
  expect(await page.locator('img[src="x"], svg[onload], main script').count()).toBe(0);
  expect(complaints).toEqual([]);
}
