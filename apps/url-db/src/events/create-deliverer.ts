import type { Log } from '../log.ts';
import type { UrlStore } from '../storage/store.ts';
import { createShares } from './create-shares.ts';
import { type DeliverResult, deliver } from './deliver.ts';
import type { NetworkRules } from './resolve-endpoint.ts';

export interface DelivererOptions extends NetworkRules {
  readonly store: UrlStore;
  /** First part of every key. */
  readonly toolName: string;
  readonly log: Log;
  /** Counts what became of each attempt. */
  readonly onResult?: ((result: DeliverResult) => void) | undefined;
  readonly now?: (() => number) | undefined;
  /** Of one attempt. Default: 10 s. */
  readonly timeoutMs?: number | undefined;
  /** How long a delivery is ours alone; longer than an attempt. Default: 30 s. */
  readonly leaseMs?: number | undefined;
  /** Before each further attempt. Default: from 5 s to 24 h, nine of them. */
  readonly pauses?: readonly number[] | undefined;
  /** Between two looks for what other processes changed. Default: 1 s. */
  readonly pollMs?: number | undefined;
  /** Attempts at the same time. Default: 32. */
  readonly concurrency?: number | undefined;
  /** Of them for one subscription. Default: 8; 1 while it does not answer. */
  readonly share?: number | undefined;
  /** How long events are kept that were delivered to all. Default: 30 days. */
  readonly keepMs?: number | undefined;
}

export interface Deliverer {
  /** Begins no further attempt and gives those that run as long as an attempt may take. */
  stop(): Promise<void>;
}

const hour = 3_600_000;

/**
 * Delivers what changed to those who subscribed: at least once, across restarts, in order for each node. All bookkeeping
 * is in the store, so any number of processes may do this on one database.
 */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { store, log, onResult, now = Date.now } = options;
  const { timeoutMs = 10_000, leaseMs = 30_000, pollMs = 1000, concurrency = 32 } = options;
  const { share = 8, keepMs = 30 * 24 * hour } = options;
  const running = new Set<Promise<void>>();
  const shares = createShares(share);
  const stopping = new AbortController();
  let pause: { readonly end: () => void } | undefined;
  let woken = false;

  const wake = () => {
    woken = true;
    pause?.end();
  };
  const wait = async (milliseconds: number) => {
    if (woken || stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      pause = {
        end: () => {
          clearTimeout(timer);
          resolve();
        },
      };
    });
    pause = undefined;
  };

  const begin = (delivery: Parameters<typeof deliver>[0]) => {
    const { subscriptionId } = delivery;
    shares.began(subscriptionId);
    let answered = false;
    const work = deliver(delivery, { ...options, now, timeoutMs })
      .then((result) => {
        answered = result === 'delivered';
        onResult?.(result);
        if (result === 'given_up')
          log.warn('webhook given up', {
            subscription: subscriptionId,
            delivery: delivery.id,
          });
      })
      // The store is away. The delivery is claimed again when its lease is over.
      .catch((error) => log.error('webhook not settled', { error }))
      .finally(() => {
        running.delete(work);
        shares.ended(subscriptionId, answered);
        // Of its node and subscription the next one can be claimed now.
        wake();
      });
    running.add(work);
  };

  const look = async () => {
    while ((await store.scheduleDeliveries()).more && !stopping.signal.aborted);
    const limit = concurrency - running.size;
    const dueAt = await store.nextDeliveryAt();
    if (limit <= 0 || dueAt === undefined || dueAt > now() || stopping.signal.aborted) return;
    for (const delivery of await store.claimDeliveries({ limit, leaseMs, room: shares.room }))
      begin(delivery);
  };

  const run = async () => {
    let purgeAt = now();
    let failures = 0;
    while (!stopping.signal.aborted) {
      woken = false;
      try {
        await look();
        if (now() >= purgeAt) {
          purgeAt = now() + hour;
          await store.purgeEvents(now() - keepMs);
        }
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) log.error('webhooks wait for the database', { error });
      }
      await wait(Math.min(pollMs * 2 ** Math.min(failures, 5), 30_000));
    }
  };
  const ended = run();

  return {
    async stop() {
      stopping.abort();
      pause?.end();
      await ended;
      await Promise.all(running);
    },
  };
}
