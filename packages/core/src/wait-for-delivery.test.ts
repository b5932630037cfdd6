import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JeonboError } from './error.ts';
import type { DeliveryStatus } from './messages.ts';
import { scriptedClient } from './testing/index.ts';
import { waitForDelivery } from './wait-for-delivery.ts';

const message = { to: [{ phoneNumber: '010-1234-5678' }], text: '안녕하세요' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function waiting(states: DeliveryStatus[], options = {}) {
  const client = scriptedClient({ states });
  const receipt = await client.send(message);
  const status = vi.spyOn(client, 'status');
  const report = waitForDelivery(client, receipt, options);
  report.catch(() => {});
  return { client, status, report };
}

it('asks until the message has ended', async () => {
  const { report, status } = await waiting(['queued', 'sent', 'delivered']);
  await vi.runAllTimersAsync();
  expect((await report).status).toBe('delivered');
  expect(status).toHaveBeenCalledTimes(3);
});

it('asks less and less often', async () => {
  const { report, status } = await waiting(['sent'], { timeoutMs: 60_000 });
  await vi.advanceTimersByTimeAsync(5_000);
  const early = status.mock.calls.length;
  await vi.runAllTimersAsync();
  await report;
  expect(early).toBeGreaterThan(3);
  expect(status.mock.calls.length).toBeLessThan(20);
});

it('ends as unknown where the time runs out', async () => {
  const { report } = await waiting(['sent'], { timeoutMs: 3_000 });
  await vi.runAllTimersAsync();
  expect(await report).toMatchObject({ status: 'unknown', counts: { total: 1, pending: 1 } });
});

it('goes on over a fault that may pass, ends at one that does not', async () => {
  const client = scriptedClient();
  const receipt = await client.send(message);
  const status = vi.spyOn(client, 'status');
  status.mockRejectedValueOnce(new JeonboError('TIMEOUT', 'slow', { retryable: true }));
  const report = waitForDelivery(client, receipt);
  await vi.runAllTimersAsync();
  expect((await report).status).toBe('delivered');
  expect(status).toHaveBeenCalledTimes(2);
  status.mockRejectedValueOnce(new JeonboError('AUTHENTICATION_FAILED', 'no'));
  await expect(waitForDelivery(client, receipt)).rejects.toMatchObject({
    code: 'AUTHENTICATION_FAILED',
  });
});

it('stops at once where it is canceled', async () => {
  const controller = new AbortController();
  const { report, status } = await waiting(['sent'], { signal: controller.signal });
  await vi.advanceTimersByTimeAsync(1);
  controller.abort();
  await expect(report).rejects.toMatchObject({ code: 'CANCELED', mayHaveBeenSent: true });
  expect(status).toHaveBeenCalledTimes(1);
});

it('does not wait for a provider that reports no delivery', async () => {
  const counts = { total: 0, delivered: 0, failed: 0, pending: 0, unknown: 0 };
  const report = { id: '', status: 'unknown', providerStatus: '', counts, messages: [] };
  const status = vi.fn(async () => report);
  expect(await waitForDelivery({ provider: 'kakao', status }, { id: '' })).toEqual(report);
  expect(status).toHaveBeenCalledTimes(1);
});
