import twilio from 'twilio';
import { beforeEach, expect, it } from 'vitest';
import type { ManualClock } from '../manual-clock.ts';
import type { Sandbox } from '../options.ts';
import { startTestSandbox } from '../test-support.ts';
import { accountSid, authToken, from, serviceSid, to } from './test-support.ts';

// The official library against the sandbox: only the host of its requests is another.

let sandbox: Sandbox;
let clock: ManualClock;
let client: twilio.Twilio;

/** The library's own client, sent to another origin. */
function httpClientOf(origin: string): twilio.RequestClient {
  const inner = new twilio.RequestClient();
  const request = inner.request.bind(inner);
  inner.request = (options) =>
    request({ ...options, uri: options.uri.replace('https://api.twilio.com', origin) });
  return inner;
}

beforeEach(async () => {
  ({ sandbox, clock } = await startTestSandbox());
  client = twilio(accountSid, authToken, { httpClient: httpClientOf(sandbox.url) });
});

it('sends and fetches', async () => {
  const sent = await client.messages.create({ to, from, body: 'Your code is 482913' });
  expect([sent.status, sent.numSegments, sent.dateCreated]).toEqual([
    'queued',
    '1',
    new Date('2026-01-01T00:00:00Z'),
  ]);
  clock.advance(600);
  const fetched = await client.messages(sent.sid).fetch();
  expect([fetched.status, fetched.dateSent, fetched.errorCode]).toEqual([
    'delivered',
    new Date('2026-01-01T00:00:00Z'),
    null,
  ]);
  expect(sandbox.messages()[0]).toMatchObject({ code: '482913', state: 'delivered' });
});

it('sends with a key', async () => {
  const key = `SK${'4'.repeat(32)}`;
  const httpClient = httpClientOf(sandbox.url);
  const withKey = twilio(key, 'secret', { accountSid, httpClient });
  expect((await withKey.messages.create({ to, from, body: 'a' })).accountSid).toBe(accountSid);
});

it('pages over 2345 messages, each once', async () => {
  for (let index = 0; index < 2345; index += 1) {
    await sandbox.fetch(`/2010-04-01/Accounts/${accountSid}/Messages.json`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ To: to, From: from, Body: `m${index}` }),
    });
  }
  const listed = await client.messages.list({ pageSize: 1000 });
  expect(listed.map(({ body }) => body)).toEqual(
    Array.from({ length: 2345 }, (_, index) => `m${2344 - index}`),
  );
  const some: string[] = [];
  const ended = new Promise((resolve) => {
    const callback = ({ body }: { body: string }) => some.push(body);
    client.messages.each({ to, limit: 120, pageSize: 50, callback, done: resolve });
  });
  await ended;
  expect(some).toHaveLength(120);
  const page = await client.messages.page({ pageSize: 100 });
  const next = await page.nextPage();
  expect([next?.instances[0]?.body, (await next?.previousPage())?.instances[0]?.body]).toEqual([
    'm2244',
    'm2344',
  ]);
});

it('filters by date', async () => {
  await client.messages.create({ to, from, body: 'a' });
  clock.advance(600);
  const dateSentAfter = new Date('2026-01-01T00:00:00Z');
  expect(await client.messages.list({ dateSentAfter })).toHaveLength(1);
  expect(await client.messages.list({ dateSentBefore: new Date('2025-12-31') })).toEqual([]);
});

it('schedules and cancels', async () => {
  const scheduled = await client.messages.create({
    to,
    messagingServiceSid: serviceSid,
    body: 'later',
    scheduleType: 'fixed',
    sendAt: new Date('2026-01-01T01:00:00Z'),
  });
  expect(scheduled.status).toBe('scheduled');
  expect((await client.messages(scheduled.sid).update({ status: 'canceled' })).status).toBe(
    'canceled',
  );
  clock.advance(7_200_000);
  expect(sandbox.messages()).toEqual([]);
});

it('redacts and deletes, with media and feedback', async () => {
  const mediaUrl = ['https://example.com/a.png'];
  const sent = await client.messages.create({ to, from, body: 'secret', mediaUrl });
  clock.advance(600);
  // By their contexts: an instance of twilio 6.2.0 that came from a list or a send has lost its own sid.
  const message = client.messages(sent.sid);
  const [media] = await message.media.list();
  expect([media?.contentType, media?.parentSid]).toEqual(['image/png', sent.sid]);
  expect(await message.media(String(media?.sid)).remove()).toBe(true);
  const feedback = await message.feedback.create({ outcome: 'confirmed' });
  expect(feedback.outcome).toBe('confirmed');
  expect((await message.update({ body: '' })).body).toBe('');
  expect(await message.remove()).toBe(true);
  await expect(message.fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
});

it('is told why it is refused', async () => {
  await expect(
    client.messages.create({ to: '+15005550004', from, body: 'a' }),
  ).rejects.toMatchObject({
    status: 400,
    code: 21610,
    moreInfo: 'https://www.twilio.com/docs/errors/21610',
  });
});
