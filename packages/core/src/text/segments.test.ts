import { describe, expect, it } from 'vitest';
import { segments } from './segments.ts';

describe('segments', () => {
  it.each([
    ['empty', '', 'GSM-7', 1, 0],
    ['160 a', 'a'.repeat(160), 'GSM-7', 1, 160],
    ['161 a', 'a'.repeat(161), 'GSM-7', 2, 161],
    ['306 a', 'a'.repeat(306), 'GSM-7', 2, 306],
    ['307 a', 'a'.repeat(307), 'GSM-7', 3, 307],
    ['159 a and €', `${'a'.repeat(159)}€`, 'GSM-7', 2, 161],
    ['80 €', '€'.repeat(80), 'GSM-7', 1, 160],
    // 306 septets, but a € at the border does not fit into either rest.
    ['a € at the border', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3, 306],
    ['all of the extension', '^{}\\[~]|€\f', 'GSM-7', 1, 20],
    ['70 Hangul', '가'.repeat(70), 'UCS-2', 1, 70],
    ['71 Hangul', '가'.repeat(71), 'UCS-2', 2, 71],
    ['134 Hangul', '가'.repeat(134), 'UCS-2', 2, 134],
    ['135 Hangul', '가'.repeat(135), 'UCS-2', 3, 135],
    ['35 emoji', '😀'.repeat(35), 'UCS-2', 1, 70],
    ['36 emoji', '😀'.repeat(36), 'UCS-2', 2, 72],
    // 134 units, but an emoji at the border does not fit into either rest.
    ['an emoji at the border', `${'가'.repeat(66)}😀${'가'.repeat(66)}`, 'UCS-2', 3, 134],
    ['one character outside', `${'a'.repeat(70)}ç`, 'UCS-2', 2, 71],
    ['a grave accent alone', '`', 'UCS-2', 1, 1],
    ['escape', '\x1b', 'UCS-2', 1, 1],
    ['half an emoji', '\ud83d', 'UCS-2', 1, 1],
  ])('%s', (_, text, encoding, parts, units) => {
    const isGsm7 = encoding === 'GSM-7';
    expect(segments(text)).toEqual({
      encoding,
      segments: parts,
      units,
      unitsPerSegment: parts === 1 ? (isGsm7 ? 160 : 70) : isGsm7 ? 153 : 67,
    });
  });
});
