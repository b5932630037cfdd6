import { expect, it } from 'vitest';
import { displayWidth, pad, truncate } from './display-width.ts';

it.each([
  ['', 0],
  ['abc', 3],
  ['기술', 4],
  ['기술'.normalize('NFD'), 4],
  ['漢字かな', 8],
  ['ＡＢ', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['😀', 2],
  ['👩‍👩‍👧', 2],
  ['🇰🇷', 2],
  ['❤️', 2],
  ['❤', 1],
  ['a\u200bb', 2],
])('%j takes %i places', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('cuts between characters and never over the limit', () => {
  expect(truncate('기술 아티클', 11)).toBe('기술 아티클');
  expect(truncate('기술 아티클', 10)).toBe('기술 아티…');
  expect(truncate('기술 아티클', 9)).toBe('기술 아…');
  expect(truncate('가', 1)).toBe('…');
});

it('fills up', () => {
  expect(`${pad('기술', 6)}|`).toBe('기술  |');
  expect(`${pad('기술', 3)}|`).toBe('기술|');
});
