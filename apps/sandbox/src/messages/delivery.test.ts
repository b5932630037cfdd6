import { expect, it } from 'vitest';
import { testNumbers } from '../baas/test-numbers.ts';
import { sendSms, startTestSandbox, statusOf } from '../test-support.ts';

const rowOf = async (...given: Parameters<typeof statusOf>) =>
  (await statusOf(...given)).json.data[0];

it('moves on by itself: pending, sent, delivered', async () => {
  const { sandbox, clock } = await startTestSandbox({ deliveryMs: 300 });
  await sendSms(sandbox);
  clock.advance(299);
  expect(sandbox.messages()[0]?.state).toBe('pending');
  clock.advance(1);
  expect(sandbox.messages()[0]?.state).toBe('sent');
  expect((await rowOf(sandbox, 10_001)).result).toBe('전송중');
  clock.advance(300);
  expect((await rowOf(sandbox, 10_001)).result).toBe('성공');
  expect(sandbox.messages()[0]?.timeline).toEqual([
    { state: 'pending', at: '2026-01-01T00:00:00.000Z' },
    { state: 'sent', at: '2026-01-01T00:00:00.300Z' },
    { state: 'delivered', at: '2026-01-01T00:00:00.600Z' },
  ]);
});

it('delivers within the request where a step takes no time', async () => {
  const { sandbox } = await startTestSandbox({ deliveryMs: 0 });
  await sendSms(sandbox);
  expect((await rowOf(sandbox, 10_001)).result).toBe('성공');
});

it.each(Object.entries(testNumbers))('test number %s', async (phone_number, ending) => {
  const { sandbox, clock } = await startTestSandbox();
  await sendSms(sandbox, { recipients: [{ phone_number, member_code: 'm' }] });
  clock.advance(1_000_000);
  expect(sandbox.messages()[0]).toMatchObject({ state: ending.state, reason: ending.reason });
  const result = ending.state === 'failed' ? '실패' : '전송중';
  expect(await rowOf(sandbox, 10_001)).toMatchObject({ result, reason: ending.reason });
});

it('keeps so many messages and counts all of them, each once and as it ends', async () => {
  const { sandbox, clock } = await startTestSandbox({ keep: 100 });
  const recipients = Array.from({ length: 250 }, (_, index) => ({
    phone_number: index % 5 === 0 ? '010-0000-0001' : `010-2000-0${100 + index}`,
    member_code: 'm',
  }));
  await sendSms(sandbox, { recipients });
  await sendSms(sandbox, { recipients });
  expect(sandbox.messages()).toHaveLength(100);
  expect(sandbox.counts()).toEqual({
    total: 500,
    kept: 100,
    pending: 100,
    sent: 0,
    delivered: 320,
    failed: 80,
  });
  clock.advance(600);
  const { pending, delivered, failed, total } = sandbox.counts();
  expect({ pending, delivered, failed, total }).toEqual({
    pending: 0,
    delivered: 400,
    failed: 100,
    total: 500,
  });
});
