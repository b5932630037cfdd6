import { expect, it } from 'vitest';
import { maskPhoneNumber, maskPhoneNumbersIn } from './mask.ts';

it.each([
  ['010-1234-5678', '010-****-5678'],
  ['01012345678', '010-****-5678'],
  ['02-123-4567', '021-****-4567'],
  ['+82 10-1234-5678', '+821****5678'],
  ['1588-1234', '****-1234'],
  ['112', '****'],
])('%s is shown as %s', (number, masked) => {
  expect(maskPhoneNumber(number)).toBe(masked);
});

it.each([
  ['call 010-1234-5678 now', 'call 010-****-5678 now'],
  ['{"phone":"01012345678"}', '{"phone":"010-****-5678"}'],
  ['+14155550123,+821012345678', '+141****0123,+821****5678'],
  ['code 482913 in 3 minutes', 'code 482913 in 3 minutes'],
  ['group_id 12345', 'group_id 12345'],
])('in %s nothing whole is left', (text, masked) => {
  expect(maskPhoneNumbersIn(text)).toBe(masked);
});

it('masks a text twice as once', () => {
  const once = maskPhoneNumbersIn('from 02-123-4567 to 010-1234-5678');
  expect(maskPhoneNumbersIn(once)).toBe(once);
});
