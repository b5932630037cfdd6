import { setTimeout as sleep } from 'node:timers/promises';
import { JeonboError } from '@jeonbo/core';

const attempts = 5;

// https://www.postgresql.org/docs/current/errcodes-appendix.html: two transactions in each other's way (40…, 23503 where
// one deleted what the other refers to, 23505 where both added it), and a server that restarts.
const codes = new Set(['40001', '40P01', '23503', '23505', '57P01', '57P02', '57P03']);
const lost = /^(?:ECONNRESET|EPIPE)$/;

/** Does something again where another was in its way or its connection was cut, unless it said before that it is decided. */
export async function againWhilePassing<Result>(
  attempt: (decided: () => void) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    let isDecided = false;
    const decided = () => {
      isDecided = true;
    };
    try {
      return await attempt(decided);
    } catch (error) {
      if (isDecided || tries === attempts || !isPassing(error)) throw error;
      await sleep(Math.random() * 20 * tries);
    }
  }
}

function isPassing(error: unknown): boolean {
  if (JeonboError.is(error)) return error.retryable;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // The driver gives the loss of a connection no code.
  return (
    codes.has(code) || lost.test(code) || /connection terminated|not queryable/i.test(error.message)
  );
}
