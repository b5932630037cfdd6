import type { Issue } from '../issue.ts';
import { maskPhoneNumber } from '../mask.ts';
import { parsePhoneNumber } from './parse-phone-number.ts';

export interface RecipientNumberRules {
  /**
   * `korean-mobile`: 010 and eight digits, nothing else. `any`: every number of the world that may take a text; a
   * retired Korean prefix is a warning there. Default `korean-mobile`.
   */
  readonly accept?: 'korean-mobile' | 'any';
}

/**
 * Whether a message can be sent to this number.
 *
 * 011, 016, 017, 018 and 019 were retired in 2021. Where only 010 is accepted they are errors, since the request would be
 * refused; elsewhere the warning `RETIRED_PREFIX`.
 *
 * @returns no issue or one: `INVALID_PHONE_NUMBER`, or the warning `RETIRED_PREFIX`
 * @example checkRecipientNumber('010-123-4567', 'to[0].phoneNumber')
 * // [{ code: 'INVALID_PHONE_NUMBER', field: 'to[0].phoneNumber', message: '010-****-4567 is no mobile number; …' }]
 */
export function checkRecipientNumber(
  input: string,
  field: string,
  { accept = 'korean-mobile' }: RecipientNumberRules = {},
): Issue[] {
  const phone = parsePhoneNumber(input);
  const { kind = '', digits = '' } = phone ?? {};
  if (kind === 'mobile' && digits.startsWith('010')) return [];
  const any = accept === 'any';
  // Personal (050) and internet (070) numbers may pass texts on; a provider abroad decides about them itself.
  if (any && /^(?:int|pers|voip)/.test(kind)) return [];
  const retired = kind === 'mobile';
  return [
    {
      code: any && retired ? 'RETIRED_PREFIX' : 'INVALID_PHONE_NUMBER',
      field,
      message: `${maskPhoneNumber(input)} ${retired ? 'has a retired prefix' : 'is no mobile number'}; right is ${any ? '+82 10-dddd-dddd or + and a country code' : '010-dddd-dddd'}.`,
    },
  ];
}
