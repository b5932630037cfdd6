import { expect, it } from 'vitest';
import { handOffPage } from './hand-off-page.ts';

const page = (to: string): string => handOffPage({ language: 'en', to });

it.each([
  [
    'https://kauth.kakao.com/oauth/authorize?a=1&b=2',
    'https://kauth.kakao.com/oauth/authorize?a=1&amp;b=2',
  ],
  ['/authorize/abc?x=1', '/authorize/abc?x=1'],
  ['https://a.example/"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
  ["https://a.example/?q='x';y", 'https://a.example/?q=%27x%27;y'],
])('leads to %s, and has a button for where that fails', (to, written) => {
  expect(page(to)).toContain(`<meta http-equiv="refresh" content="0; url=${written}">`);
  expect(page(to)).toContain(`<a class="button primary" href="${written}">`);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'cursor://x'])('does not lead to %s', (to) => {
  expect(() => page(to)).toThrow(TypeError);
});
