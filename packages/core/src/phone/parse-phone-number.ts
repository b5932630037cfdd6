import type { ParsedPhone, PhoneKind } from './types.ts';

// The Korean numbering plan: one form per kind, the groups are those that people write dashes between.
const forms: readonly (readonly [PhoneKind, RegExp])[] = [
  // 010 has exactly eight digits after it; the retired prefixes had seven or eight.
  ['mobile', /^(010(?=\d{8}$)|01[16-9])(\d{3,4})(\d{4})$/],
  ['landline', /^(02|03[1-3]|0[46][1-4]|05[1-5])([1-9]\d{2,3})(\d{4})$/],
  ['voip070', /^(070)(\d{4})(\d{4})$/],
  ['personal050', /^(050\d)(\d{3,4})(\d{4})$/],
  ['toll030', /^(030\d?)(\d{3,4})(\d{4})$/],
  ['tollfree080', /^(080)(\d{3,4})(\d{4})$/],
  ['representative', /^(1[568]\d\d)(\d{4})$/],
  ['special', /^(1\d\d\d?)$/],
];

/**
 * Reads a phone number as people write it: with dashes, dots, spaces (also no-break ones), parentheses or none, in
 * full-width digits, with `+82`, `0082` or `82` and with or without the 0 after it. Numbers outside Korea need their `+`.
 *
 * Stricter than libphonenumber on purpose: 010-123-4567 and 012 numbers are no handsets.
 *
 * @returns `null` where it is no phone number
 * @example parsePhoneNumber('+82 10-1234-5678')
 * // { kind: 'mobile', digits: '01012345678', dashed: '010-1234-5678', e164: '+821012345678' }
 */
export function parsePhoneNumber(input: string): ParsedPhone | null {
  // What most callers give, and bulk senders by the million: as it should be already.
  if (/^010-\d{4}-\d{4}$/.test(input)) {
    const digits = input.replaceAll('-', '');
    return { kind: 'mobile', digits, dashed: input, e164: `+82${digits.slice(1)}` };
  }
  // NFKC makes full-width digits and signs plain; \p{Cf} are the invisible marks that copied contacts carry.
  const plain = input.normalize('NFKC').replace(/[\s.()\p{Pd}\p{Cf}\u2212]/gu, '');
  if (isE164(plain) && !plain.startsWith('+82'))
    return { kind: 'international', digits: plain.slice(1), dashed: plain, e164: plain };

  const digits = plain.replace(
    /^(?:\+|00)?820?(?=\d{8})(1[568]\d{6}$)?/,
    (_, representative) => representative ?? '0',
  );
  for (const [kind, form] of forms) {
    const groups = form.exec(digits)?.slice(1);
    if (groups) {
      const dashed = groups.join('-');
      return digits.startsWith('0')
        ? { kind, digits, dashed, e164: `+82${digits.slice(1)}` }
        : { kind, digits, dashed };
    }
  }
  return null;
}

/**
 * Whether it is a number in the form of ITU-T E.164, without spaces: `+` and 2 to 15 digits.
 *
 * @example isE164('+14155550123') // true
 */
export function isE164(input: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(input);
}
