import { expect, it } from 'vitest';
import { asTimestamp } from './timestamp.ts';

it('is what toISOString says, without its milliseconds, for times in any order', () => {
  const day = 86_400_000;
  const edges = [0, 1, 999, 1000, 59_999, 60_000, 3_599_999, day - 1, day, -1, -day - 1];
  const leap = Date.UTC(2024, 1, 29, 23, 59, 59, 999);
  const spread = Array.from({ length: 2000 }, (_, index) => index * 1_234_567_891);
  for (const time of [...edges, leap, leap + 1, ...spread, ...spread.toReversed()])
    expect(asTimestamp(time)).toBe(`${new Date(time).toISOString().slice(0, 19)}Z`);
});
