import { expect, it } from 'vitest';
import { isLong, shorten } from './shorten.ts';

it.each([
  ['가'.repeat(200), false],
  ['가'.repeat(201), true],
  // Two UTF-16 units each.
  ['🎉'.repeat(200), false],
  ['🎉'.repeat(201), true],
])('%# counts characters', (text, expected) => {
  expect(isLong(text)).toBe(expected);
});

it('keeps the first 199 characters', () => {
  const text = Array.from({ length: 300 }, (_, index) => String(index % 10)).join('');
  expect(shorten(text)).toBe(`${text.slice(0, 199)}…`);
});

it.each([
  ['a family of emoji', '👨‍👩‍👧‍👦'],
  ['a flag', '🇰🇷'],
  ['a letter and its accent', 'e\u0301'],
  ['Hangul in parts', '\u1112\u1161\u11ab'],
])('does not cut %s apart', (_, sign) => {
  const start = '가'.repeat(198);
  expect(shorten(`${start}${sign}${'나'.repeat(100)}`)).toBe(`${start}…`);
});
