import { describe, expect, it } from 'vitest';
import { checkEncodable, checkKoreanText, checkSubject } from './check-korean-text.ts';

const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

describe('checkKoreanText', () => {
  it.each([
    [45, {}, []],
    [46, {}, ['LONGER_THAN_SMS']],
    [40, { smsBytes: 80 }, []],
    [41, { smsBytes: 80 }, ['LONGER_THAN_SMS']],
    [1000, { smsBytes: Number.POSITIVE_INFINITY }, []],
    [1001, { smsBytes: Number.POSITIVE_INFINITY }, ['BYTES_OVER_LIMIT']],
    // 2000 Hangul pass a limit of 2000 characters and are twice the bytes.
    [2000, {}, ['LONGER_THAN_SMS', 'BYTES_OVER_LIMIT']],
    [30, { smsBytes: 100, maxBytes: 50 }, ['BYTES_OVER_LIMIT']],
  ])('%i Hangul with %j: %j', (count, rules, expected) => {
    expect(codes(checkKoreanText('가'.repeat(count), rules))).toEqual(expected);
  });

  it('says the figures', () => {
    expect(checkKoreanText('가'.repeat(47), { field: 'message' })).toEqual([
      {
        code: 'LONGER_THAN_SMS',
        field: 'message',
        message: '94 bytes, over the limit of 90.',
        details: { bytes: 94, limit: 90 },
      },
    ]);
  });

  it('tells characters that cannot be encoded', () => {
    expect(codes(checkKoreanText('₩1,000 😀'))).toEqual([
      'CHARACTER_NOT_ENCODABLE',
      'CHARACTER_NOT_ENCODABLE',
    ]);
  });
});

describe('checkEncodable', () => {
  it('says where, what, and what would be right', () => {
    expect(checkEncodable('값 ₩100\u200b \ud83d', 'text')).toEqual([
      {
        code: 'CHARACTER_NOT_ENCODABLE',
        field: 'text',
        message: '"₩" at 2 is unknown to Korean carriers; use 원.',
        position: 2,
        suggestion: '원',
        details: { character: '₩', found: 3 },
      },
      {
        code: 'CHARACTER_NOT_ENCODABLE',
        field: 'text',
        message: '"\u200b" at 6 is unknown to Korean carriers; leave it out.',
        position: 6,
        suggestion: '',
        details: { character: '\u200b', found: 3 },
      },
      {
        code: 'CHARACTER_NOT_ENCODABLE',
        field: 'text',
        message: '"\\ud83d" at 8 is unknown to Korean carriers; leave it out.',
        position: 8,
        details: { character: '\ud83d', found: 3 },
      },
    ]);
  });

  it('stops at 20 and says how many there are', () => {
    const issues = checkEncodable('😀'.repeat(500), 'text');
    expect(issues).toHaveLength(20);
    expect(issues[19]).toMatchObject({ position: 38, details: { found: 500 } });
  });
});

describe('checkSubject', () => {
  it.each([
    ['가'.repeat(20), []],
    ['가'.repeat(21), ['SUBJECT_BYTES_OVER_LIMIT']],
    ['a'.repeat(40), []],
    ['a'.repeat(41), ['SUBJECT_TOO_LONG', 'SUBJECT_BYTES_OVER_LIMIT']],
    ['—', ['CHARACTER_NOT_ENCODABLE']],
  ])('%j: %j', (subject, expected) => {
    const issues = checkSubject(subject);
    expect(codes(issues)).toEqual(expected);
    expect(issues.every(({ field }) => field === 'subject')).toBe(true);
  });

  it('takes other limits', () => {
    const [issue] = checkSubject('가나다', { maxCharacters: 2, maxBytes: 6, field: 'title' });
    expect(issue).toMatchObject({ code: 'SUBJECT_TOO_LONG', field: 'title' });
    expect(issue?.details).toEqual({ characters: 3, limit: 2 });
  });
});
