const dayMs = 86_400_000;
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

let knownDay = Number.NaN;
let knownDate = '';

/**
 * ISO 8601, UTC, seconds: `2023-01-01T00:00:00Z`. Two of them are in every node of every list, so the date of the day
 * before is kept and the time put together by hand: a fifth of what toISOString takes.
 */
export function asTimestamp(milliseconds: number): string {
  const day = Math.floor(milliseconds / dayMs);
  if (day !== knownDay) {
    knownDate = new Date(milliseconds).toISOString().slice(0, 11);
    knownDay = day;
  }
  const seconds = Math.floor((milliseconds - day * dayMs) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `${knownDate}${twoDigits[hours]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}Z`;
}
