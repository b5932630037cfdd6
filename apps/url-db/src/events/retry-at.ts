const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Pauses before the second attempt, the third and so on. After the last one (42 hours in all) an event is given up. */
const defaultPauses: readonly number[] = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  24 * hour,
];

const longestWish = 24 * hour;

/**
 * When to try again after a number of attempts; undefined where that was the last one.
 *
 * @param wish what the receiver said in Retry-After, in seconds or as a date; it is never sooner than we would
 */
export function retryAt(
  attempts: number,
  {
    now,
    pauses = defaultPauses,
    wish,
  }: {
    readonly now: number;
    readonly pauses?: readonly number[] | undefined;
    readonly wish?: string | undefined;
  },
): number | undefined {
  const pause = pauses[attempts - 1];
  if (pause === undefined) return undefined;
  // Spread by a fifth, so that all that failed together does not come back together.
  const own = pause * (1 + Math.random() / 5);
  return Math.round(now + Math.max(own, wished(wish, now)));
}

function wished(wish: string | undefined, now: number): number {
  if (wish === undefined) return 0;
  const pause = /^\d{1,9}$/.test(wish) ? Number(wish) * second : Date.parse(wish) - now;
  return Number.isNaN(pause) ? 0 : Math.min(pause, longestWish);
}
