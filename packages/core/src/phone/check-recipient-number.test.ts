import { describe, expect, it } from 'vitest';
import { checkRecipientNumber } from './check-recipient-number.ts';

const codeOf = (input: string, accept?: 'korean-mobile' | 'any') =>
  checkRecipientNumber(input, 'to[0].phoneNumber', accept && { accept })[0]?.code;

describe('checkRecipientNumber', () => {
  it.each(['010-1234-5678', '+82 10 1234 5678', '０１０１２３４５６７８'])('takes %s', (input) => {
    expect(codeOf(input)).toBeUndefined();
    expect(codeOf(input, 'any')).toBeUndefined();
  });

  it.each([
    ['010-123-4567', 'INVALID_PHONE_NUMBER'],
    ['012-1234-5678', 'INVALID_PHONE_NUMBER'],
    ['02-123-4567', 'INVALID_PHONE_NUMBER'],
    ['1588-1234', 'INVALID_PHONE_NUMBER'],
    ['080-123-4567', 'INVALID_PHONE_NUMBER'],
    ['112', 'INVALID_PHONE_NUMBER'],
    ['nobody', 'INVALID_PHONE_NUMBER'],
    ['', 'INVALID_PHONE_NUMBER'],
  ])('refuses %s everywhere', (input, code) => {
    expect(codeOf(input)).toBe(code);
    expect(codeOf(input, 'any')).toBe(code);
  });

  it.each(['+14155550123', '070-1234-5678', '0505-123-4567'])('takes %s only abroad', (input) => {
    expect(codeOf(input)).toBe('INVALID_PHONE_NUMBER');
    expect(codeOf(input, 'any')).toBeUndefined();
  });

  it.each(['011', '016', '017', '018', '019'])('knows that %s is retired', (prefix) => {
    expect(codeOf(`${prefix}-123-4567`)).toBe('INVALID_PHONE_NUMBER');
    expect(codeOf(`${prefix}-1234-5678`, 'any')).toBe('RETIRED_PREFIX');
  });

  it('says what is wrong and right, without the number', () => {
    expect([
      ...checkRecipientNumber('010-123-4567', 'to[3].phoneNumber'),
      ...checkRecipientNumber('011-234-5678', 'phone', { accept: 'any' }),
    ]).toMatchInlineSnapshot(`
      [
        {
          "code": "INVALID_PHONE_NUMBER",
          "field": "to[3].phoneNumber",
          "message": "010-****-4567 is no mobile number; right is 010-dddd-dddd.",
        },
        {
          "code": "RETIRED_PREFIX",
          "field": "phone",
          "message": "011-****-5678 has a retired prefix; right is +82 10-dddd-dddd or + and a country code.",
        },
      ]
    `);
  });
});
