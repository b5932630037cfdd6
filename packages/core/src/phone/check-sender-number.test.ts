import { describe, expect, it } from 'vitest';
import { checkSenderNumber } from './check-sender-number.ts';

describe('checkSenderNumber', () => {
  it.each([
    '010-1234-5678',
    '+82 10-1234-5678',
    '02-123-4567',
    '031-1234-5678',
    '1588-1234',
    '1600-0000',
    '18991234',
    '080-123-4567',
    '030-123-4567',
  ])('takes %s', (input) => {
    expect(checkSenderNumber(input, 'from')).toEqual([]);
  });

  it.each([
    ['0505-123-4567', '050'],
    ['050-1234-5678', '050'],
    ['0504-1234-5678', '050'],
    ['011-123-4567', 'retired'],
    ['019-1234-5678', 'retired'],
    ['010-123-4567', 'no Korean number'],
    ['123-4567', 'no Korean number'],
    ['1588-123', 'no Korean number'],
    ['1588-12345', 'no Korean number'],
    ['+14155550123', 'no Korean number'],
    ['SHOP', 'no Korean number'],
    ['', 'no Korean number'],
    ['02-1588-1234', 'area code before'],
    ['031-1661-1234', 'area code before'],
    ['0303-1234-5678', 'more than 11'],
    ['112', 'public bodies'],
    ['119', 'public bodies'],
    ['1330', 'public bodies'],
  ])('refuses %s: %s', (input, words) => {
    const issues = checkSenderNumber(input, 'from');
    expect(issues).toMatchObject([{ code: 'INVALID_CALLBACK_NUMBER', field: 'from' }]);
    expect(issues[0]?.message).toContain(words);
  });

  it('lets a public body send from a special number, and nothing else', () => {
    expect(checkSenderNumber('119', 'from', { publicBody: true })).toEqual([]);
    expect(checkSenderNumber('0505-123-4567', 'from', { publicBody: true })).toHaveLength(1);
  });

  it('warns of 070', () => {
    expect(checkSenderNumber('070-1234-5678', 'callbackNumber')).toMatchObject([
      { code: 'VOIP_SENDER', field: 'callbackNumber' },
    ]);
  });

  it('never says the whole number', () => {
    for (const input of ['0505-123-4567', '070-1234-5678', '011-1234-5678', '02-1588-1234'])
      expect(checkSenderNumber(input, 'from')[0]?.message.replace(/\D/g, '')).not.toContain(
        input.replace(/\D/g, ''),
      );
    expect(checkSenderNumber('0505-123-4567', 'from')[0]?.message).toMatchInlineSnapshot(
      `"050-****-4567 is 050, which may not send; right is 010-dddd-dddd, 15dd-dddd or area code and landline."`,
    );
  });
});
