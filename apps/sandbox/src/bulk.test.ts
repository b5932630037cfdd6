import { expect, it } from 'vitest';
import { createSandbox } from './create-sandbox.ts';
import { manualClock } from './manual-clock.ts';
import { key, smsBody } from './test-support.ts';

it('counts a hundred thousand recipients and keeps the newest, whatever is under way', async () => {
  const clock = manualClock();
  const sandbox = createSandbox({ clock, keep: 2000 });
  for (let request = 0; request < 100; request += 1) {
    const recipients = Array.from({ length: 1000 }, (_, index) => ({
      phone_number: `010-${1000 + request}-${String(index).padStart(4, '0')}`,
      member_code: 'm',
    }));
    const response = await sandbox.fetch('/message/sms', {
      method: 'POST',
      headers: { 'X-API-KEY': key },
      body: JSON.stringify(smsBody({ recipients })),
    });
    expect(response.status).toBe(200);
  }
  expect(sandbox.counts()).toEqual({
    total: 100_000,
    kept: 2000,
    pending: 2000,
    sent: 0,
    delivered: 98_000,
    failed: 0,
  });
  expect(sandbox.snapshot().deliveries).toHaveLength(2);
  clock.advance(600);
  expect(sandbox.counts().delivered).toBe(100_000);
});
