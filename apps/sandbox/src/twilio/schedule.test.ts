import { expect, it } from 'vitest';
import { ask, startTestSandbox } from '../test-support.ts';
import { from, get, messages, post, remove, send, serviceSid } from './test-support.ts';

const inAnHour = '2026-01-01T01:00:00Z';
const hourMs = 3_600_000;
const service = { From: undefined, MessagingServiceSid: serviceSid, ScheduleType: 'fixed' };

it('leaves at its time, to the millisecond, and is on no phone before', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const { json } = await send(sandbox, { ...service, SendAt: inAnHour });
  expect(json).toMatchObject({ status: 'scheduled', from: null, num_segments: '0' });
  clock.advance(hourMs - 1);
  expect([(await get(sandbox, json.uri)).json.status, sandbox.messages()]).toEqual([
    'scheduled',
    [],
  ]);
  clock.advance(1);
  expect((await get(sandbox, json.uri)).json).toMatchObject({ status: 'queued', from });
  expect(sandbox.messages()).toHaveLength(1);
  clock.advance(600);
  expect((await get(sandbox, json.uri)).json).toMatchObject({
    status: 'delivered',
    date_sent: 'Thu, 01 Jan 2026 01:00:00 +0000',
  });
});

it('waits 35 days, which no single timer can', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const { json } = await send(sandbox, { ...service, SendAt: '2026-02-05T00:00:00Z' });
  clock.advance(35 * 24 * hourMs - 1);
  expect((await get(sandbox, json.uri)).json.status).toBe('scheduled');
  clock.advance(1);
  expect((await get(sandbox, json.uri)).json.status).toBe('queued');
});

it('drops SendAt where only a From is given, and sends at once, as Twilio does', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const { status, json } = await send(sandbox, { ScheduleType: 'fixed', SendAt: inAnHour });
  expect([status, json.status]).toEqual([201, 'queued']);
  clock.advance(600);
  expect(sandbox.messages()[0]?.state).toBe('delivered');
  expect((await send(sandbox, { ScheduleType: 'fixed', SendAt: 'never' })).status).toBe(201);
});

it('is canceled before its time and never after', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const { json } = await send(sandbox, { ...service, SendAt: inAnHour });
  expect((await remove(sandbox, json.uri)).json.code).toBe(20009);
  const canceled = await post(sandbox, json.uri, { Status: 'canceled' });
  expect([canceled.status, canceled.json.status]).toEqual([200, 'canceled']);
  const again = await post(sandbox, json.uri, { Status: 'canceled' });
  expect([again.status, again.json.code]).toEqual([409, 30409]);
  clock.advance(2 * hourMs);
  expect([(await get(sandbox, json.uri)).json.status, sandbox.messages()]).toEqual([
    'canceled',
    [],
  ]);
  const sent = (await send(sandbox)).json;
  expect((await post(sandbox, sent.uri, { Status: 'canceled' })).json.code).toBe(30409);
});

it('goes on after a restore, once', async () => {
  const { sandbox, clock } = await startTestSandbox();
  const { json } = await send(sandbox, { ...service, SendAt: inAnHour });
  const saved = sandbox.snapshot();
  sandbox.reset();
  expect((await get(sandbox, `${messages}.json`)).json.messages).toEqual([]);
  sandbox.restore(saved);
  sandbox.restore(saved);
  clock.advance(hourMs + 600);
  expect(sandbox.messages()).toHaveLength(1);
  expect((await get(sandbox, json.uri)).json.status).toBe('delivered');
});

it.each([
  ['a reset', 'POST', '/_sandbox/reset'],
  ['all messages are cleared', 'DELETE', '/_sandbox/messages'],
])('never leaves after %s', async (_, method, path) => {
  const { sandbox, clock } = await startTestSandbox();
  const { json } = await send(sandbox, { ...service, SendAt: inAnHour });
  expect((await ask(sandbox, method, path)).status).toBe(204);
  expect((await get(sandbox, json.uri)).json.code).toBe(20404);
  clock.advance(2 * hourMs);
  expect(sandbox.messages()).toEqual([]);
});

it('ends as the fault of its request wants, however much later', async () => {
  const { sandbox, clock } = await startTestSandbox();
  sandbox.fault({ result: { state: 'failed', reason: '30007' } });
  const { json } = await send(sandbox, { ...service, SendAt: inAnHour });
  clock.advance(hourMs + 600);
  expect((await get(sandbox, json.uri)).json).toMatchObject({
    status: 'undelivered',
    error_code: 30007,
    error_message: 'Message filtered',
  });
});
