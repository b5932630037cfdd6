import type { Clock } from '../clock.ts';

/** Times, in milliseconds since 1970, at which something was done. */
export type RatesData = readonly (readonly [key: string, times: readonly number[]])[];

export interface Rate {
  readonly count: number;
  readonly windowMs: number;
}

/** How often something may be done within a window that moves on with the clock. */
export function createRates(clock: Clock) {
  const done = new Map<string, readonly number[]>();

  function recent(key: string, { windowMs }: Rate): readonly number[] {
    const since = clock.now() - windowMs;
    return (done.get(key) ?? []).filter((time) => time > since);
  }

  return {
    isSpent: (key: string, rate: Rate): boolean => recent(key, rate).length >= rate.count,
    note(key: string, rate: Rate): void {
      done.set(key, [...recent(key, rate), clock.now()]);
    },
    reset: (): void => done.clear(),
    save: (): RatesData => [...done],
    load(data: RatesData): void {
      done.clear();
      for (const [key, times] of data) done.set(key, times);
    },
  };
}
