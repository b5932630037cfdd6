import type { StatusView } from './status.ts';

export interface PollOptions {
  readonly signal: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  /** Doubled after each answer, up to 30 seconds. Default 2000. */
  readonly firstDelayMs?: number;
  /** Default ten minutes: a phone that is off may take days. */
  readonly giveUpAfterMs?: number;
}

/**
 * Asks until all messages have arrived or failed. Reading may be repeated as often as you like (sending may not),
 * so a failed request is simply asked again a little later.
 */
export async function* pollStatus(link: string, options: PollOptions): AsyncGenerator<StatusView> {
  const { signal, fetch = globalThis.fetch, giveUpAfterMs = 10 * 60 * 1000 } = options;
  const end = Date.now() + giveUpAfterMs;
  let delay = options.firstDelayMs ?? 2000;
  while (!signal.aborted && Date.now() < end) {
    const response = await fetch(link, { signal }).catch(() => undefined);
    // The link is wrong or too old: asking again cannot help.
    if (response?.status === 404) return;
    if (response?.ok) {
      const view = (await response.json()) as StatusView;
      yield view;
      if (view.final) return;
    }
    await sleep(delay, signal);
    delay = Math.min(delay * 2, 30_000);
  }
}

/** Ends early, without an error, when the signal says so. */
function sleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, signal.aborted ? 0 : delayMs);
    signal.addEventListener('abort', done);
  });
}
