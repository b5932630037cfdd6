/** How an international SMS is split. */
export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Parts that are sent and charged; an empty text is one. */
  readonly segments: number;
  /** Septets in GSM-7, UTF-16 units in UCS-2, without headers and fillers. */
  readonly units: number;
  /** How many units one part takes: 160 or 153, 70 or 67. */
  readonly unitsPerSegment: number;
}

// 3GPP TS 23.038, 6.2.1: the basic table, and the extension, of which each character takes two septets.
const gsm7 = /^[\n\f\r -_a-~¡£-¥§¿Ä-ÇÉÑÖØÜßàä-æèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ€]*$/;
const extension = /[\f[-^{-~€]/;

/**
 * Counts the parts of an international SMS (GSM 03.40): one of 160 septets or 70 UTF-16 units, else parts of 153 or 67, since a
 * header links them. A character of two units is never split between two parts.
 *
 * @example segments('a'.repeat(161)) // { encoding: 'GSM-7', segments: 2, units: 161, unitsPerSegment: 153 }
 */
export function segments(text: string): Segments {
  const isGsm7 = gsm7.test(text);
  const [single, part] = isGsm7 ? [160, 153] : [70, 67];
  let units = 0;
  let count = 1;
  let room = part;
  for (const character of text) {
    const width = isGsm7 && extension.test(character) ? 2 : character.length;
    units += width;
    room -= width;
    if (room < 0) {
      count++;
      room = part - width;
    }
  }
  const isOne = units <= single;
  return {
    encoding: isGsm7 ? 'GSM-7' : 'UCS-2',
    segments: isOne ? 1 : count,
    units,
    unitsPerSegment: isOne ? single : part,
  };
}
