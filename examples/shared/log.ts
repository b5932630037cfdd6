import { JeonboError } from '@jeonbo/core';

/** One line a fault. A JeonboError writes itself without keys, texts and whole phone numbers. */
export function logError(error: unknown): void {
  const line = JeonboError.is(error) ? JSON.stringify(error) : String(error);
  // biome-ignore lint/suspicious/noConsole: the log of a server is its console, on Node and on Workers
  console.error(line);
}
