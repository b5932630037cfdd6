import { describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';

describe('checkText', () => {
  it.each(['', ' ', '\n\t', '\u00a0\u3000', '\u200b\ufeff', '\u3164', '\0'])(
    '%j is empty',
    (text) => {
      expect(checkText(text, { maxCharacters: 10 })).toEqual([
        { code: 'EMPTY_MESSAGE', field: 'text', message: 'The text is empty.' },
      ]);
    },
  );

  it.each(['a', '가', '😀', '.'])('%j is not', (text) => {
    expect(checkText(text, { maxCharacters: 10 })).toEqual([]);
  });

  it('counts code points, so that 2000 emoji are 2000 characters', () => {
    expect(checkText('😀'.repeat(2000), { maxCharacters: 2000 })).toEqual([]);
    expect(checkText('😀'.repeat(2001), { maxCharacters: 2000, field: 'message' })).toEqual([
      {
        code: 'MESSAGE_TOO_LONG',
        field: 'message',
        message: '2001 characters, over the limit of 2000.',
        details: { characters: 2001, limit: 2000 },
      },
    ]);
  });
});
