import { expect, it } from 'vitest';
import { findCode } from './find-code.ts';

it.each([
  ['[전보] 인증번호는 482913입니다.', '482913'],
  ['인증번호[1234]를 입력하세요', '1234'],
  ['Your verification code is: 604221', '604221'],
  ['123456 is your code. Do not share it.', '123456'],
  ['인증코드 12345678 (3분 이내 입력)', '12345678'],
  ['Use code 123-456 to log in', '123456'],
  ['G-482913 is your Google verification code.', '482913'],
  ['2026년 3월 1일 12:30 인증번호 0042', '0042'],
  ['문의 02-1234-5678, 인증번호 771203', '771203'],
  ['인증번호 771203 문의 1588-1234', '771203'],
  ['482913', '482913'],
  ['주문 #12345, 합계 12000원', null],
  ['2026 새해 복 많이 받으세요', null],
  ['010-1234-5678로 연락 주세요', null],
  ['Order 11111 and 22222 shipped', null],
  ['인증에 실패했습니다', null],
  ['카드번호 1234-5678-9012-3456', null],
])('%s → %s', (text, code) => {
  expect(findCode(text)).toBe(code);
});
