const second = 1000;
// From 1601 to 1970, in microseconds: what Chromium counts inside, and some tools write out.
const windowsEpoch = 11_644_473_600_000_000;

/**
 * Milliseconds since 1970. Browsers write seconds, other programs what they have; 0 means that they do not know.
 *
 * @example bookmarkTime('1700000000') // 1700000000000
 */
export function bookmarkTime(written: string | undefined): number | undefined {
  if (!written || !/^\d{1,17}$/.test(written)) return undefined;
  const count = Number(written);
  if (count === 0) return undefined;
  if (count < 1e11) return count * second;
  if (count < 1e14) return count;
  if (count < 1e16) return Math.floor(count / 1000);
  return Math.floor((count - windowsEpoch) / 1000);
}
