import type { Log } from '@jeonbo/server';

/**
 * Loads the authorization server, which baas and twilio do without. The library speaks to the console while it loads
 * (about Node versions); stderr is for our structured lines.
 */
export async function loadOAuth(log: Log) {
  const { warn } = console;
  console.warn = (...words) => log.debug('library loaded', { words: words.join(' ') });
  try {
    return await import('./oauth.ts');
  } finally {
    console.warn = warn;
  }
}
