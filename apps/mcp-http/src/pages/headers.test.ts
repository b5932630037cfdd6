import { expect, it } from 'vitest';
import { pageHeaders } from './headers.ts';

const kinds = ['consent', 'handOff', 'message', 'notice'] as const;

it.each(kinds)('%s: no script, no frame, no cache, no search engine', (kind) => {
  const headers = pageHeaders(kind);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringMatching(/\bcamera=\(\).*\bgeolocation=\(\)/),
  });
  const { 'content-security-policy': policy = '' } = headers;
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    kind === 'consent' ? "form-action 'self'" : "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ]);
});

it('tells no other site where a person comes from', () => {
  expect(kinds.map((kind) => pageHeaders(kind)['referrer-policy'])).toEqual([
    'same-origin',
    'no-referrer',
    'no-referrer',
    'no-referrer',
  ]);
});

it('keeps the opener in the middle of a log-in only', () => {
  expect(kinds.map((kind) => pageHeaders(kind)['cross-origin-opener-policy'])).toEqual([
    'unsafe-none',
    'unsafe-none',
    'same-origin',
    'same-origin',
  ]);
});
