import type { IncomingMessage } from 'node:http';
import type { Costly } from '../limits/costly.ts';

/** Whether a request may make this server read a client's document: as often as its address may, and once itself. */
export function createFetchPermit(costly: Costly) {
  // The library looks again for a client that it did not find, to tell it so.
  const asked = new WeakSet<IncomingMessage>();
  return async (request: IncomingMessage): Promise<boolean> => {
    if (asked.has(request)) return false;
    asked.add(request);
    try {
      await costly(request);
      return true;
    } catch {
      return false;
    }
  };
}
