/**
 * What kind of line a number is. `representative` are 15xx, 16xx and 18xx, `special` the short ones such as 112,
 * `international` every number outside Korea.
 */
export type PhoneKind =
  | 'mobile'
  | 'landline'
  | 'voip070'
  | 'personal050'
  | 'toll030'
  | 'tollfree080'
  | 'representative'
  | 'special'
  | 'international';

export interface ParsedPhone {
  readonly kind: PhoneKind;
  /** Digits alone: in the Korean form (`01012345678`), abroad with the country code (`14155550123`). */
  readonly digits: string;
  /** As people write it: `010-1234-5678`, `1588-1234`, abroad `+14155550123`. */
  readonly dashed: string;
  /** `+821012345678`; missing where the number cannot be dialled from abroad (representative, special). */
  readonly e164?: string;
}
