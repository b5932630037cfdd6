import { domainToUnicode } from 'node:url';
import { percentDecoded } from './percent-decoded.ts';

const maximumTitleLength = 255;

/**
 * A title for a URL that came without one: the last part of its path in words, and the host.
 *
 * @example titleFromUrl('https://example.com/docs/react-tutorial.html') // 'React Tutorial - example.com'
 * @example titleFromUrl('https://www.example.com/') // 'example.com'
 */
export function titleFromUrl(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  const host = (domainToUnicode(hostname) || hostname) + (port && `:${port}`);
  const words = wordsOf(pathname.split('/').findLast((segment) => segment !== '') ?? '');
  const title =
    host === '' ? url : words === '' ? host.replace(/^www\./, '') : `${words} - ${host}`;
  return [...title].slice(0, maximumTitleLength).join('');
}

function wordsOf(segment: string): string {
  return percentDecoded(segment)
    .replace(/(?<=.)\.[a-z][a-z0-9]{0,4}$/i, '')
    .replaceAll(/[-_\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
