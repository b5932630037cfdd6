import type { Allowances } from '@jeonbo/store';
import { Refusal } from '../http/refusal.ts';

const windowMs = 60_000;
/** The part of a limit that an instance takes at once: few writes, and little is lost where an instance ends. */
const shares = 20;

export interface RateLimit {
  /** @throws Refusal 429 with Retry-After */
  take(caller: string): Promise<void>;
}

interface Share {
  readonly window: number;
  left: number;
  /** Nothing is left in the store either. */
  over: boolean;
  taking: Promise<void> | undefined;
}

/**
 * Requests of each caller in a minute, over all instances: what an instance lets pass it took from the store before, a
 * share at a time, so that together they never pass more than the limit.
 */
export function createRateLimit(
  allowances: Allowances,
  limit: number,
  now: () => number = Date.now,
): RateLimit {
  const share = Math.ceil(limit / shares);
  let shared = new Map<string, Share>();
  let current = Number.NEGATIVE_INFINITY;

  const shareOf = (caller: string, window: number): Share => {
    if (window !== current) {
      current = window;
      shared = new Map();
      // Should it fail, the next minute's does it.
      allowances.forget(window - windowMs).catch(() => {});
    }
    const known = shared.get(caller) ?? { window, left: 0, over: false, taking: undefined };
    shared.set(caller, known);
    return known;
  };
  const refill = async (caller: string, mine: Share): Promise<void> => {
    const taken = await allowances.take(`http ${caller}`, mine.window, share, limit);
    mine.left += taken;
    mine.over = taken === 0;
  };

  return {
    async take(caller) {
      if (limit === 0) return;
      while (true) {
        const at = now();
        const mine = shareOf(caller, at - (at % windowMs));
        if (mine.left > 0) {
          mine.left--;
          return;
        }
        if (mine.over) throw tooMany(limit, windowMs - (at % windowMs));
        mine.taking ??= refill(caller, mine).finally(() => {
          mine.taking = undefined;
        });
        await mine.taking;
      }
    },
  };
}

function tooMany(limit: number, waitMs: number): Refusal {
  const seconds = Math.ceil(waitMs / 1000);
  const headers = { 'retry-after': String(seconds) };
  return new Refusal(429, 'tooManyRequests', { values: { limit, seconds }, headers });
}
