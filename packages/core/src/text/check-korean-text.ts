import type { Issue } from '../issue.ts';
import { overLimit } from './check-text.ts';
import { eucKrBytes, unencodable } from './euc-kr.ts';
import { countCharacters } from './measure-text.ts';

export interface KoreanTextRules {
  /** Most bytes of an SMS; `Infinity` where it goes as a long message anyway. Default 90. */
  readonly smsBytes?: number;
  /** Most bytes of LMS and MMS. Default 2000. */
  readonly maxBytes?: number;
  /** Default `text`. */
  readonly field?: string;
}

/**
 * What a sender in Korea should know about a text. Warnings only: the byte limits are second-hand.
 *
 * @returns `LONGER_THAN_SMS`, `BYTES_OVER_LIMIT`, `CHARACTER_NOT_ENCODABLE`
 * @example checkKoreanText('가'.repeat(46))[0]?.details // { bytes: 92, limit: 90 }
 */
export function checkKoreanText(
  text: string,
  { smsBytes = 90, maxBytes = 2000, field = 'text' }: KoreanTextRules = {},
): Issue[] {
  const bytes = eucKrBytes(text);
  return [
    ...overLimit('LONGER_THAN_SMS', field, 'bytes', bytes, smsBytes),
    ...overLimit('BYTES_OVER_LIMIT', field, 'bytes', bytes, maxBytes),
    ...checkEncodable(text, field),
  ];
}

export interface SubjectRules {
  /** Most characters (code points) that the provider takes. Default 40. */
  readonly maxCharacters?: number;
  /** Most bytes that carriers show. Default 40. */
  readonly maxBytes?: number;
  /** Default `subject`. */
  readonly field?: string;
}

/**
 * The same for the subject of an LMS or MMS.
 *
 * @returns the error `SUBJECT_TOO_LONG`; the warnings `SUBJECT_BYTES_OVER_LIMIT`, `CHARACTER_NOT_ENCODABLE`
 * @example checkSubject('가'.repeat(21))[0]?.code // 'SUBJECT_BYTES_OVER_LIMIT'
 */
export function checkSubject(
  subject: string,
  { maxCharacters = 40, maxBytes = 40, field = 'subject' }: SubjectRules = {},
): Issue[] {
  const characters = countCharacters(subject);
  return [
    ...overLimit('SUBJECT_TOO_LONG', field, 'characters', characters, maxCharacters),
    ...overLimit('SUBJECT_BYTES_OVER_LIMIT', field, 'bytes', eucKrBytes(subject), maxBytes),
    ...checkEncodable(subject, field),
  ];
}

/**
 * One warning for each character that Korean carriers cannot carry, the first 20 of them; `details.found` says how many
 * there are in all.
 *
 * @example checkEncodable('₩1,000', 'text')[0]?.suggestion // '원'
 */
export function checkEncodable(text: string, field: string): Issue[] {
  const all = unencodable(text);
  return all.slice(0, 20).map(({ character, ...place }) => ({
    code: 'CHARACTER_NOT_ENCODABLE',
    field,
    // As JSON, which spells half an emoji out.
    message: `${JSON.stringify(character)} at ${place.position} is unknown to Korean carriers; ${place.suggestion ? `use ${place.suggestion}` : 'leave it out'}.`,
    ...place,
    details: { character, found: all.length },
  }));
}
