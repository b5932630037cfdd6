import { findChromium } from './browser.ts';

/**
 * Unpacks Chromium once for a run: two test files that unpack it at the same time would each start what the other has
 * half written. A machine without one is told so by the test that needs it.
 */
export async function setup(): Promise<void> {
  const path = await findChromium().catch(() => undefined);
  if (path) process.env.CHROMIUM_PATH = path;
}
