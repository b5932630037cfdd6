import type { Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { within } from '../within.ts';

/** How long no request may have come before connections are cut. */
const quietMs = 500;
/** Whoever goes on asking all the same. */
const mostMs = 5_000;

/**
 * Keeps the connections of a server that is stopping for what clients sent meanwhile: it is told to go elsewhere, where a
 * connection that is cut would leave them in doubt.
 */
export async function linger(server: Server, closed: Promise<unknown>): Promise<void> {
  const end = performance.now() + mostMs;
  let last = performance.now();
  let isOpen = true;
  closed.then(() => {
    isOpen = false;
  });
  server.on('request', () => {
    last = performance.now();
  });
  for (let now = last; isOpen && now < Math.min(last + quietMs, end); now = performance.now()) {
    await within(Math.min(last + quietMs, end) - now, closed);
    // Who was busy for so long has not read yet what came in the meantime.
    await nextTurn();
  }
}
