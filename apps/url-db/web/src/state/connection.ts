import { signal } from '@preact/signals';

/** Whether the server answered last time. */
export const reachable = signal(true);

/** Counts how often the server came back: what is shown is then read again. */
export const returned = signal(0);

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;
let retryMs = FIRST_RETRY_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

export function lost(): void {
  reachable.value = false;
  if (timer !== undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    void knock();
  }, retryMs);
  retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
}

export function reached(): void {
  clearTimeout(timer);
  timer = undefined;
  retryMs = FIRST_RETRY_MS;
  if (reachable.value) return;
  reachable.value = true;
  returned.value += 1;
}

/** Whether it is back; by itself now and then, or because the person asks. */
export async function knock(): Promise<void> {
  try {
    await fetch('/healthz', { cache: 'no-store' });
    reached();
  } catch {
    lost();
  }
}
