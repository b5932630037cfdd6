import { median } from '../shared/median.ts';

/**
 * How much values that follow each other grow from the first to the last, by the median of the slopes of all pairs: a
 * single value that is off changes nothing.
 */
export function growth(values: readonly number[]): number {
  const slopes = values.flatMap((value, index) =>
    values.slice(index + 1).map((later, distance) => (later - value) / (distance + 1)),
  );
  return median(slopes) * (values.length - 1);
}
