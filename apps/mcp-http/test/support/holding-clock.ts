import { type ManualClock, manualClock } from '@jeonbo/sandbox';

/** The delay of a fault that holds an answer back until the test lets it go. */
export const holdMs = 60 * 60_000;

/** Kakao's clock in the hand of a test, which also tells how many answers wait for it. */
export interface HoldingClock extends ManualClock {
  /** Resolves when that many answers in all were held back. */
  held(count: number): Promise<void>;
}

export function holdingClock(): HoldingClock {
  const clock = manualClock(Date.now());
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let held = 0;
  const tell = () => {
    for (const { count, resolve } of waiting) if (held >= count) resolve();
  };
  return {
    now: clock.now,
    advance: clock.advance,
    setTimer(callback, ms) {
      if (ms === holdMs) held++;
      tell();
      return clock.setTimer(callback, ms);
    },
    held(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      tell();
      return promise;
    },
  };
}
