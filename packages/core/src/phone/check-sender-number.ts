import type { Issue } from '../issue.ts';
import { maskPhoneNumber } from '../mask.ts';
import { parsePhoneNumber } from './parse-phone-number.ts';
import type { ParsedPhone } from './types.ts';

export interface SenderNumberRules {
  /** The sender is a public body, which may use special numbers such as 112. Default `false`. */
  readonly publicBody?: boolean;
}

/**
 * Whether Korean carriers take this as the sender (callback) number. It must also be registered with the vendor
 * beforehand, which cannot be seen from here.
 *
 * @returns no issue or one: `INVALID_CALLBACK_NUMBER`, or the warning `VOIP_SENDER`
 * @example checkSenderNumber('0505-123-4567', 'from')[0]?.code // 'INVALID_CALLBACK_NUMBER'
 */
export function checkSenderNumber(
  input: string,
  field: string,
  { publicBody = false }: SenderNumberRules = {},
): Issue[] {
  const phone = parsePhoneNumber(input);
  const fault = faultOf(phone, publicBody);
  if (!fault && phone?.kind !== 'voip070') return [];
  return [
    {
      code: fault ? 'INVALID_CALLBACK_NUMBER' : 'VOIP_SENDER',
      field,
      message: `${maskPhoneNumber(input)} ${fault ?? 'is 070, often filtered'}; right is 010-dddd-dddd, 15dd-dddd or area code and landline.`,
    },
  ];
}

function faultOf(phone: ParsedPhone | null, publicBody: boolean): string | undefined {
  if (!phone || phone.kind === 'international') return 'is no Korean number';
  const { kind, digits } = phone;
  if (kind === 'special') return publicBody ? undefined : 'is for public bodies only';
  if (kind === 'personal050') return 'is 050, which may not send';
  if (/^01[1-9]/.test(digits)) return 'has a retired prefix';
  if (/^0\d\d?1[568]\d{6}$/.test(digits)) return 'has an area code before 15dd, 16dd or 18dd';
  if (digits.length > 11) return 'has more than 11 digits';
  return undefined;
}
