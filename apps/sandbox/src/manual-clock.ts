import type { Clock } from './clock.ts';

export interface ManualClock extends Clock {
  /** Moves time on and calls what falls due, in order. */
  advance(ms: number): void;
}

/**
 * A clock that stands still until told otherwise.
 *
 * @example
 * const clock = manualClock();
 * const sandbox = createSandbox({ clock, deliveryMs: 300 });
 * // … send …
 * clock.advance(600); // every message is delivered now
 */
export function manualClock(start: number | Date = Date.UTC(2026, 0, 1)): ManualClock {
  let time = Number(start);
  let count = 0;
  const timers = new Map<number, { at: number; callback: () => void }>();

  function nextDue(until: number): [number, { at: number; callback: () => void }] | undefined {
    let best: [number, { at: number; callback: () => void }] | undefined;
    for (const entry of timers) {
      if (entry[1].at <= until && (best === undefined || entry[1].at < best[1].at)) best = entry;
    }
    return best;
  }

  return {
    now: () => time,
    setTimer(callback, ms) {
      count += 1;
      const id = count;
      timers.set(id, { at: time + ms, callback });
      return () => timers.delete(id);
    },
    advance(ms) {
      const until = time + ms;
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        timers.delete(due[0]);
        time = due[1].at;
        due[1].callback();
      }
      time = until;
    },
  };
}
