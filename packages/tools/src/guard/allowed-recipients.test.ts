import { describe, expect, it } from 'vitest';
import { isAllowed, readAllowed } from './allowed-recipients.ts';

describe('the allowed list', () => {
  it.each([
    ['010-1234-5678', '01012345678', true],
    ['01012345678', '+82 10-1234-5678', true],
    ['+82 10-1234-5678', '010.1234.5678', true],
    ['010-1234-5678', '010-1234-5679', false],
    ['010-1234', '010-1234-0001', true],
    ['010-1234', '010-1235-0001', false],
    ['010-1234-5*', '010-1234-5999', true],
    ['+8210', '010-9999-0000', true],
    ['+82', '010-9999-0000', true],
    ['+82', '+14155550123', false],
    ['+1415', '+14155550123', true],
    ['+1415', '+14165550123', false],
    ['+14155550123', '+14155550123', true],
    ['０１０-1234-5678', '010-1234-5678', true],
  ])('%s and %s: %s', (entry, phoneNumber, expected) => {
    expect(isAllowed(readAllowed(entry), { phoneNumber })).toBe(expected);
  });

  it('takes several, with commas or lines between', () => {
    const allowed = readAllowed('010-1234-5678,\n010-9999');
    expect(isAllowed(allowed, { phoneNumber: '010-1234-5678' })).toBe(true);
    expect(isAllowed(allowed, { phoneNumber: '010-9999-1111' })).toBe(true);
    expect(isAllowed(allowed, { phoneNumber: '010-8888-1111' })).toBe(false);
  });

  it('takes a whole number for itself alone', () => {
    expect(isAllowed(readAllowed('02-123-4567'), { phoneNumber: '02-1234-5670' })).toBe(false);
  });

  it('never allows what is no number', () => {
    expect(isAllowed(readAllowed('010'), { phoneNumber: '010' })).toBe(false);
  });

  it('takes friends by uuid, each letter as it is', () => {
    const allowed = readAllowed('kakao:AbC-1_x, KAKAO: friend-2\n010');
    expect(isAllowed(allowed, { kakaoUuid: 'AbC-1_x' })).toBe(true);
    expect(isAllowed(allowed, { kakaoUuid: 'friend-2' })).toBe(true);
    expect(isAllowed(allowed, { kakaoUuid: 'abc-1_x' })).toBe(false);
    expect(isAllowed(allowed, { kakaoUuid: '010' })).toBe(false);
    expect(isAllowed(readAllowed('kakao:010'), { phoneNumber: '010-1234-5678' })).toBe(false);
  });

  it.each(['kakao:', 'kakao:*', 'kakao:a b'])('refuses %s', (entry) => {
    expect(() => readAllowed(entry)).toThrow('Entry 1');
  });

  it('lets the person write to themself', () => {
    expect(isAllowed(readAllowed('010'), 'me')).toBe(true);
  });
});
