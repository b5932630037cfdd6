import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.ts';
import { parseUrl } from './parse-url.ts';
import { titleFromUrl } from './title-from-url.ts';

describe('a URL that is kept', () => {
  it.each([
    ['https://example.com/article', 'https://example.com/article'],
    ['  https://example.com/a b \t', 'https://example.com/a b'],
    ['HTTPS://Example.COM/기술?q=%', 'HTTPS://Example.COM/기술?q=%'],
    ['http:example.com', 'http:example.com'],
    [`https://example.com/${'🚀'.repeat(2028)}`, `https://example.com/${'🚀'.repeat(2028)}`],
  ])('%j stays as it was given', (given, url) => {
    expect(parseUrl(given)).toEqual({ url });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    [`https://example.com/${'a'.repeat(2029)}`, 'too_long'],
    ['java\nscript:alert(1)', 'control_character'],
    ['https://example.com/\u0085', 'control_character'],
    ['https://example.com/\ud800', 'control_character'],
    ['example.com', 'malformed'],
    ['//example.com', 'malformed'],
    ['https://', 'malformed'],
    ['javascript:alert(1)', 'scheme'],
    ['JAVASCRIPT:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['blob:https://example.com/x', 'scheme'],
    ['mailto:a@example.com', 'scheme'],
  ])('%j is none: %s', (given, problem) => {
    expect(parseUrl(given)).toEqual({ problem });
  });

  it('may be of other schemes where they are set, but never of one that runs what it holds', () => {
    const schemes = ['http', 'https', 'ftp', 'javascript', 'data', 'vbscript', 'blob'];
    expect(parseUrl('ftp://example.com/x', schemes)).toEqual({ url: 'ftp://example.com/x' });
    for (const url of ['javascript:x', 'data:text/html,x', 'vbscript:x', 'blob:https://a.com/x'])
      expect(parseUrl(url, schemes), url).toEqual({ problem: 'scheme' });
  });
});

describe('two URLs', () => {
  const form = (url: string, stripTracking = false) => normalForm(url, { stripTracking });

  it.each([
    ['HTTPS://Example.COM/A', 'https://example.com/A'],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com:443/', 'https://example.com/'],
    ['http://example.com:80/#', 'http://example.com/'],
    ['https://한국.kr/', 'https://xn--3e0b707e.kr/'],
    ['ftp://EXAMPLE.com/A', 'ftp://example.com/A'],
    ['gemini://EXAMPLE.com/A', 'gemini://example.com/A'],
    ['https://example.com/기술', 'https://example.com/%EA%B8%B0%EC%88%A0'],
  ])('%s and %s are the same', (one, other) => {
    expect(form(one)).toBe(form(other));
  });

  it.each([
    ['https://example.com/a', 'https://example.com/A'],
    ['https://example.com/a', 'https://example.com/a/'],
    ['https://example.com/a', 'http://example.com/a'],
    ['https://example.com/a', 'https://www.example.com/a'],
    ['https://example.com/a', 'https://example.com/a#b'],
    ['https://example.com/a', 'https://example.com/a?'],
    ['https://example.com/?a&b', 'https://example.com/?b&a'],
    ['https://example.com/', 'https://example.com/?utm_source=x'],
    ['https://example.com:8443/', 'https://example.com/'],
    ['https://user@example.com/', 'https://example.com/'],
  ])('%s and %s are not', (one, other) => {
    expect(form(one)).not.toBe(form(other));
  });

  it('that differ in tracking parameters only are the same where these are stripped', () => {
    const others = 'https://example.com/?a=%20b&a=&utmost=1&c#utm_source=x';
    const url =
      'https://example.com/?UTM_source=x&a=%20b&fbclid&a=&utmost=1&gclid=1&c#utm_source=x';
    expect(form(url, true)).toBe(others);
    expect(form('https://example.com/?utm_source=x', true)).toBe('https://example.com/');
    expect(form(url)).toBe(url);
  });
});

it.each([
  ['https://example.com/docs/react-tutorial.html', 'React Tutorial - example.com'],
  ['https://example.com/docs/react_tutorial/', 'React Tutorial - example.com'],
  ['https://www.example.com/', 'example.com'],
  ['https://www.example.com/a', 'A - www.example.com'],
  ['http://localhost:3000/?q=1', 'localhost:3000'],
  ['https://example.com/v1.2', 'V1.2 - example.com'],
  ['https://example.com/%EA%B8%B0%EC%88%A0-%EB%AC%B8%EC%84%9C', '기술 문서 - example.com'],
  ['https://example.com/100%', '100% - example.com'],
  ['https://example.com/%00%0a--_', 'example.com'],
  ['https://한국.kr/a', 'A - 한국.kr'],
  ['https://example.com/.env', '.env - example.com'],
])('the title of %s is %s', (url, title) => {
  expect(titleFromUrl(url)).toBe(title);
});

it('a title made of a URL has 255 characters at most, none of them half', () => {
  const title = titleFromUrl(`https://example.com/${encodeURIComponent('🚀'.repeat(300))}`);
  expect(title).toBe('🚀'.repeat(255));
});
