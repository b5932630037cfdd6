import { expect, it } from 'vitest';
import { createBench } from './testing/bench.ts';

it('an unknown tool is told with those there are', async () => {
  const { call } = createBench();
  expect(await call('send_fax', {})).toMatchObject({
    isError: true,
    structuredContent: {
      error_code: 'NOT_FOUND',
      details: { reason: expect.stringContaining('send_sms, send_mms') },
    },
  });
});

it.each([['text'], [null], [[]], [1]])('input that is no object (%j) is refused', async (input) => {
  const { call } = createBench();
  expect(await call('send_sms', input)).toMatchObject({
    isError: true,
    structuredContent: { error_code: 'VALIDATION_ERROR' },
  });
});

it('many faults in the input are told at once', async () => {
  const { call } = createBench();
  const { structuredContent } = await call('send_sms', {
    recipients: [{ phone_number: 1 }],
    message: 'a',
    api_key: 'x',
  });
  const { reason } = structuredContent.details as { reason: string };
  expect(reason).toContain('recipients[0].phone_number: must be string');
  expect(reason).toContain('recipients[0].member_code: missing');
  expect(reason).toContain('callback_number: missing');
  expect(reason).toContain('unknown parameter api_key');
});
