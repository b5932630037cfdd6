/** Tries after the first, for what may be repeated. */
export const retryLimit = 2;

/** A provider that asks for a longer wait gets none: the caller is told `retryAfterMs` instead. */
export const longestWaitMs = 60_000;

const baseMs = 500;

/** What a `Retry-After` header asks for (RFC 9110: seconds or a date), in milliseconds. */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** Full jitter: anywhere between nothing and a bound that doubles, so that many clients do not come back at once. */
export function backOffMs(attempt: number): number {
  return Math.random() * baseMs * 2 ** (attempt - 1);
}

/** Waits, or stops waiting when the signal aborts (resolves either way). */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
