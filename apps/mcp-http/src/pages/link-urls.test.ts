import { expect, it } from 'vitest';
import { linkUrls } from './link-urls.ts';

/** The links of a text, as they are written. */
function linksIn(text: string): string[] {
  return [...linkUrls(text).markup.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
}

it('makes links of http and https, and lets nothing through to where they lead', () => {
  expect(linkUrls('see https://a.example/b?c=1&d="e" <now>').markup).toBe(
    'see <a href="https://a.example/b?c=1&amp;d=" rel="noopener noreferrer nofollow ugc">https://a.example/b?c=1&amp;d=</a>' +
      '&quot;e&quot; &lt;now&gt;',
  );
});

it.each([
  // The end of a sentence is not part of an address.
  ['(https://a.example/b).', 'https://a.example/b'],
  ['https://a.example/b_(c), and', 'https://a.example/b_(c)'],
  ['[here](https://a.example/b)!', 'https://a.example/b'],
  ['**https://a.example**', 'https://a.example'],
  ['<https://a.example/b>', 'https://a.example/b'],
  ['“https://a.example/b”…', 'https://a.example/b'],
  // Nor is Korean grammar.
  ['https://a.example/b에서 보세요', 'https://a.example/b'],
  ['https://a.example에서', 'https://a.example'],
  ['https://a.example/로 오세요', 'https://a.example/'],
  // Korean in an address is.
  ['https://ko.example/wiki/한국', 'https://ko.example/wiki/한국'],
  ['https://a.example/?q=성수 카페', 'https://a.example/?q=성수'],
  ['https://한국.example/', 'https://한국.example/'],
  ['HTTPS://A.EXAMPLE/B', 'HTTPS://A.EXAMPLE/B'],
])('%s: %s', (text, link) => {
  expect(linksIn(text)).toEqual([link]);
});

it.each([
  'javascript:alert(1)',
  'javascript://a.example/%0Aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x ftp://a.example file:///etc/passwd kakaotalk://x',
  'https:// https://. http:///x https://%',
  // They hide where they lead.
  'https://kakao.com@evil.example/',
  'https://kakao.com:x@evil.example/',
  'https://kаkao.com/',
  'http://localhost:8080/',
])('no link in %s', (text) => {
  expect(linkUrls(text).markup).not.toContain('<a');
});

it('keeps the whole text, links or not', () => {
  const text = 'a https://a.example/1, b http://b.example/?x=<y> https://u@c.example/ 끝';
  const shown = linkUrls(text).markup.replace(/<[^>]*>/g, '');
  expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toBe(text);
});

it.each([
  ['dots', `https://${'.'.repeat(20_000)}`],
  ['brackets', `https://a.example/${')'.repeat(20_000)}`],
  ['addresses', 'https://a.example/b '.repeat(1_000)],
  ['schemes', 'https://'.repeat(2_500)],
])('is done soon with 20,000 characters of %s', (_, text) => {
  const start = performance.now();
  linkUrls(text);
  expect(performance.now() - start).toBeLessThan(1_000);
});
