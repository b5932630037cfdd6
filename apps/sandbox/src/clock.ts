/** Where the sandbox takes time from. Give `manualClock()` to a test, and nothing happens by itself. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Calls once after `ms`; the answer takes the call back. Only with `keepAlive` does the timer hold the process:
   * a delivery under way is no reason for a test run to hang, an awaited `waitFor` is.
   */
  setTimer(callback: () => void, ms: number, options?: { keepAlive?: boolean }): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, ms, options = {}) {
    const timer = setTimeout(callback, ms);
    if (options.keepAlive !== true) timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`, or at once where the signal fires: the caller then looks at the signal. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.setTimer(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
