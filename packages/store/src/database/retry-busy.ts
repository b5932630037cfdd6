import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from './sqlite-error.ts';

/** How long a statement waits for other processes, in milliseconds. */
const patienceMs = 10_000;

/**
 * SQLite's own busy time-out stops the whole process while it waits, and two connections of one process would wait for
 * each other until it ends. So its time-out stays 0 and the waiting is done here, where other work goes on.
 */
export async function retryBusy<Result>(attempt: () => Result): Promise<Result> {
  const end = performance.now() + patienceMs;
  for (let tries = 1; ; tries += 1) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await sleep(Math.random() * Math.min(2 * tries, 25));
    }
  }
}
