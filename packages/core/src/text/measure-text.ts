import type { TextMeasure } from '../issue.ts';
import { eucKrBytes } from './euc-kr.ts';
import { segments } from './segments.ts';

export interface MeasureOptions {
  /** Most bytes of an SMS; `null` where the provider does not tell SMS from LMS. Default 90. */
  readonly smsBytes?: number | null;
  /** A text with a subject goes as LMS. Default `false`. */
  readonly hasSubject?: boolean;
  /** A text with images goes as MMS. Default `false`. */
  readonly hasImages?: boolean;
}

/**
 * What a text weighs, by every measure that providers charge for.
 *
 * @example measureText('안녕하세요') // { kind: 'SMS', bytes: 10, characters: 5, segments: 1, encoding: 'UCS-2' }
 */
export function measureText(
  text: string,
  { smsBytes = 90, hasSubject = false, hasImages = false }: MeasureOptions = {},
): TextMeasure {
  const bytes = eucKrBytes(text);
  const { encoding, segments: parts } = segments(text);
  const plain = bytes > (smsBytes ?? 0) || hasSubject ? 'LMS' : 'SMS';
  return {
    kind: smsBytes === null ? null : hasImages ? 'MMS' : plain,
    bytes,
    characters: countCharacters(text),
    segments: parts,
    encoding,
  };
}

/**
 * Characters as the limits of providers count them: code points.
 *
 * @example countCharacters('가😀') // 2
 */
export function countCharacters(text: string): number {
  return [...text].length;
}
