import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createBrowser } from '../support/browser.ts';
import { type KakaoPlace, startKakaoPlace } from '../support/kakao-place.ts';
import { logIn } from '../support/oauth.ts';
import { callTool, send } from '../support/raw.ts';

const day = 24 * 3600 * 1000;
const text = `<script>alert("첫 줄")</script>\n${'가'.repeat(300)}`;

let place: KakaoPlace;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  place = await startKakaoPlace();
});
afterAll(async () => {
  await place[Symbol.asyncDispose]();
  vi.useRealTimers();
});

async function publish(): Promise<string> {
  const { headers } = await logIn(place);
  const message = `${text}${Math.random()}`;
  const { body } = await callTool(place.mcp, headers, 'send_message_to_me', { message });
  const { result_code, link } = JSON.parse(body).result.structuredContent;
  expect(result_code).toBe(0);
  return link;
}

it('is behind a link that nobody can guess, for anybody who has it, for thirty days', async () => {
  const link = await publish();
  expect(link).toMatch(new RegExp(`^${place.url}/m/[\\w-]{22}$`));
  const page = await createBrowser().open(link);
  expect(page.status).toBe(200);
  expect(page.text).toContain('가'.repeat(300));
  expect(page.text).not.toContain('<script');
  expect(Object.fromEntries(page.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': expect.stringContaining('noindex'),
  });
  vi.setSystemTime(Date.now() + 29 * day);
  expect((await createBrowser().open(link)).status).toBe(200);
  vi.setSystemTime(Date.now() + 2 * day);
  expect((await createBrowser().open(link)).status).toBe(404);
});

it('is the same at the address of before', async () => {
  const link = await publish();
  const id = link.slice(link.lastIndexOf('/') + 1);
  const [short, long] = await Promise.all([
    createBrowser().open(link),
    createBrowser().open(`${place.url}/message?id=${id}`),
  ]);
  expect([long.status, long.text]).toEqual([200, short.text]);
});

it.each(['/m/', '/m/a', '/m/%00', '/m/%', '/m/a/b', '/message', '/message?id=', '/message?id=%'])(
  'is not at %s',
  async (path) => {
    const { status, headers } = await send(place.url + path);
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  },
);

it('is no place to write to', async () => {
  const link = await publish();
  expect((await send(link, { method: 'POST', body: 'a' })).status).toBe(400);
  expect((await send(link, { headers: { host: 'evil.example' } })).status).toBe(400);
});
