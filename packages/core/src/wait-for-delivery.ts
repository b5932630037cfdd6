import { JeonboError } from './error.ts';
import { sleep } from './http/retry.ts';
import type { CallOptions, DeliveryReport, MessageClient } from './messages.ts';

export interface WaitOptions extends CallOptions {
  /** How long to ask, in milliseconds. Default 60000. */
  readonly timeoutMs?: number;
}

/** Where no message is named. `unknown` is the answer of a provider that reports no delivery: asking again changes nothing. */
const final = new Set(['delivered', 'failed', 'unknown']);

/**
 * Asks until every message has ended, at growing intervals (0.5 s to 10 s).
 *
 * @returns the last report; its status is `unknown` where the time ran out before all had ended
 * @throws JeonboError `CANCELED` where the signal aborts, and what `status()` throws and is not retryable
 * @example
 * const report = await waitForDelivery(client, await client.send(message), { timeoutMs: 30_000 });
 */
export async function waitForDelivery(
  client: Pick<MessageClient, 'provider' | 'status'>,
  receipt: { readonly id: string },
  { timeoutMs = 60_000, signal }: WaitOptions = {},
): Promise<DeliveryReport> {
  const deadline = Date.now() + timeoutMs;
  let report: DeliveryReport | undefined;
  for (let wait = 500; ; wait = Math.min(wait * 1.5, 10_000)) {
    if (signal?.aborted)
      throw new JeonboError('CANCELED', 'Waiting was canceled; the message is on its way.', {
        provider: client.provider,
        // What is waited for has left.
        mayHaveBeenSent: true,
      });
    try {
      report = await client.status(receipt.id, signal ? { signal } : {});
      if (ended(report)) return report;
    } catch (error) {
      // A status that cannot be had now may be had later; the message itself is not touched by it.
      if (!JeonboError.is(error) || !error.retryable) throw error;
    }
    if (Date.now() + wait > deadline) return timedOut(receipt.id, report);
    await sleep(wait, signal);
  }
}

function ended({ counts, status }: DeliveryReport): boolean {
  return counts.total > 0 ? counts.pending === 0 && counts.unknown === 0 : final.has(status);
}

function timedOut(id: string, report: DeliveryReport | undefined): DeliveryReport {
  const nothing = { total: 0, delivered: 0, failed: 0, pending: 0, unknown: 0 };
  return { id, counts: nothing, messages: [], providerStatus: '', ...report, status: 'unknown' };
}
