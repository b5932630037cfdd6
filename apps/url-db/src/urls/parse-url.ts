const maximumUrlLength = 2048;

/** Never taken, whatever URL_DB_SCHEMES says: a click on them runs what they hold. */
const dangerous = new Set(['javascript', 'data', 'vbscript', 'blob']);

const urlProblems = ['empty', 'too_long', 'control_character', 'malformed', 'scheme'] as const;
export type UrlProblem = (typeof urlProblems)[number];

/**
 * Whether a URL can be kept: the protocol is asked of the parsed one, because `java\nscript:` parses to `javascript:`.
 *
 * @returns the URL as it is kept (without white space around it), or what is wrong with it
 * @example parseUrl('https://example.com/article') // { url: 'https://example.com/article' }
 */
export function parseUrl(
  text: string,
  schemes: readonly string[] = ['http', 'https'],
): { readonly url: string } | { readonly problem: UrlProblem } {
  const url = text.trim();
  if (url === '') return { problem: 'empty' };
  if (url.length > maximumUrlLength && [...url].length > maximumUrlLength)
    return { problem: 'too_long' };
  if (/\p{Cc}/u.test(url) || !url.isWellFormed()) return { problem: 'control_character' };
  if (!URL.canParse(url)) return { problem: 'malformed' };
  const scheme = new URL(url).protocol.slice(0, -1);
  return schemes.includes(scheme) && !dangerous.has(scheme) ? { url } : { problem: 'scheme' };
}
