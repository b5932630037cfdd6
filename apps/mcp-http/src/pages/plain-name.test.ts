import { expect, it } from 'vitest';
import { plainName } from './plain-name.ts';

it.each([
  ['Claude Code', 'Claude Code'],
  ['  전보\n\t알림  ', '전보 알림'],
  // Right-to-left override, embedding and isolates: what stands around the name must keep its order.
  ['evil\u202Etpircs\u202C', 'eviltpircs'],
  ['\u2066a\u2067b\u2068c\u2069\u200E\u200F\u061C', 'abc'],
  ['a\u0000b\u0007c\u001B[31m', 'abc[31m'],
  ['zero\u200Bwidth\uFEFF\u2060', 'zerowidth'],
  ['e\u0301', 'é'],
  [`Z${'\u0335'.repeat(50)}algo`, 'Z\u0335\u0335algo'],
  ['lone \uD800 surrogate', 'lone \uFFFD surrogate'],
  ['<b>not HTML yet</b>', '<b>not HTML yet</b>'],
])('%j is shown as %j', (given, shown) => {
  expect(plainName(given)).toBe(shown);
});

it.each([undefined, '', ' \n ', '\u3164\u115F\u1160\uFFA0', '\u2800', '\u200B\u202E'])(
  '%j is no name',
  (given) => {
    expect(plainName(given)).toBeUndefined();
  },
);

it('is bounded as a person counts', () => {
  expect(plainName('가'.repeat(60))).toBe('가'.repeat(60));
  expect(plainName('가'.repeat(61))).toBe(`${'가'.repeat(59)}…`);
  expect(plainName('🇰🇷'.repeat(100), 5)).toBe(`${'🇰🇷'.repeat(4)}…`);
  expect(plainName('x'.repeat(10_000_000))?.length).toBe(60);
});
