import { describe, expect, it } from 'vitest';
import { countCharacters, measureText } from './measure-text.ts';

describe('measureText', () => {
  it('weighs a text by every measure', () => {
    expect(measureText('안녕 😀')).toEqual({
      kind: 'SMS',
      bytes: 7,
      characters: 4,
      segments: 1,
      encoding: 'UCS-2',
    });
  });

  const ninety = '가'.repeat(45);
  it.each([
    [ninety, {}, 'SMS'],
    [`${ninety}a`, {}, 'LMS'],
    [ninety, { smsBytes: 80 }, 'LMS'],
    ['가'.repeat(40), { smsBytes: 80 }, 'SMS'],
    ['a', { hasSubject: true }, 'LMS'],
    ['a', { hasImages: true }, 'MMS'],
    [ninety, { hasImages: true, hasSubject: true }, 'MMS'],
    [ninety, { smsBytes: null }, null],
    ['a', { smsBytes: null, hasImages: true }, null],
  ])('%j with %j is %s', (text, options, kind) => {
    expect(measureText(text, options).kind).toBe(kind);
  });
});

it('counts characters as code points', () => {
  expect(countCharacters('가😀\ud83d')).toBe(3);
});
