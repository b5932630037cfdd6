import { type ManualClock, manualClock } from '@jeonbo/sandbox';

/** The delay of a fault that holds an answer back until the test lets it go. */
export const holdMs = 60 * 60_000;

/** Kakao's clock in the hand of a test, which also tells how many answers wait for it. */
export interface HoldingClock extends ManualClock {
  /** Resolves when that many answers are held back. */
  held(count: number): Promise<void>;
  letGo(): void;
}

export function holdingClock(): HoldingClock {
  const clock = manualClock(Date.now());
  let held = 0;
  let wanted: { readonly count: number; readonly resolve: () => void } | undefined;
  const tell = () => {
    if (wanted && held >= wanted.count) wanted.resolve();
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
      wanted = { count, resolve };
      tell();
      return promise;
    },
    letGo() {
      held = 0;
      clock.advance(holdMs);
    },
  };
}
