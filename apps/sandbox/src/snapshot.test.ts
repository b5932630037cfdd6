import { expect, it } from 'vitest';
import { ask, sendSms, startTestSandbox, statusOf } from './test-support.ts';

it('brings everything back as it was, deliveries under way too', async () => {
  const { sandbox, clock } = await startTestSandbox();
  await sendSms(sandbox);
  sandbox.fault({ status: 500, path: '/message/mms' });
  clock.advance(400);
  const saved = sandbox.snapshot();
  const { messages, exchanges, faults, counts } = {
    messages: sandbox.messages(),
    exchanges: sandbox.exchanges(),
    faults: sandbox.faults,
    counts: sandbox.counts(),
  };

  clock.advance(1000);
  sandbox.reset();
  await sendSms(sandbox, { message: 'after' });
  sandbox.restore(saved);

  expect(sandbox.messages()).toEqual(messages);
  expect(sandbox.exchanges()).toEqual(exchanges);
  expect(sandbox.faults).toEqual(faults);
  expect(sandbox.counts()).toEqual(counts);
  expect((await statusOf(sandbox, 10_001)).json.data[0].result).toBe('전송중');
  clock.advance(199);
  expect(sandbox.messages()[0]?.state).toBe('sent');
  clock.advance(1);
  expect(sandbox.messages()[0]?.state).toBe('delivered');
  expect((await sendSms(sandbox)).json.data.group_id).toBe(10_002);
  expect(sandbox.messages().map(({ id }) => id)).toEqual([1, 2]);
});

it('is plain data that goes through HTTP into another sandbox', async () => {
  const first = await startTestSandbox();
  await sendSms(first.sandbox);
  const { json } = await ask(first.sandbox, 'GET', '/_sandbox/snapshot');
  const second = await startTestSandbox();
  expect((await ask(second.sandbox, 'PUT', '/_sandbox/snapshot', json)).status).toBe(204);
  expect(second.sandbox.messages()).toEqual(first.sandbox.messages());
  const events: string[] = [];
  second.sandbox.onEvent(({ type }) => events.push(type));
  second.sandbox.restore(json);
  expect(events).toEqual(['reset', 'message']);
});

it('holds no key, and refuses what is none', async () => {
  const { sandbox } = await startTestSandbox();
  await sendSms(sandbox);
  expect(JSON.stringify(sandbox.snapshot())).not.toContain('test-key');
  const wrong = await ask(sandbox, 'PUT', '/_sandbox/snapshot', { version: 2 });
  expect([wrong.status, wrong.json.error.code]).toEqual([400, 'INVALID_SNAPSHOT']);
});
