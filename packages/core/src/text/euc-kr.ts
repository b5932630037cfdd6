/** A character that Korean carriers cannot carry. */
export interface UnencodableCharacter {
  /** What a reader sees as one character; an emoji may be several code points. */
  readonly character: string;
  /** Where it begins, in UTF-16 units from 0. */
  readonly position: number;
  /** What would be right there, `''` where it is best left out; missing where nothing fits. */
  readonly suggestion?: string;
}

/**
 * What a text weighs at a Korean carrier, in EUC-KR (CP949) bytes: ASCII 1, everything else 2. A character that cannot be
 * encoded counts 2, as its replacement would.
 *
 * @example eucKrBytes('가나a') // 5
 */
export function eucKrBytes(text: string): number {
  return text.replace(/[^\0-\x7f]/gu, '--').length;
}

/**
 * The characters that EUC-KR (CP949) does not know, in order, each with a replacement where there is a good one.
 *
 * @example unencodable('₩1,000') // [{ character: '₩', position: 0, suggestion: '원' }]
 */
export function unencodable(text: string): UnencodableCharacter[] {
  // Most texts end here; splitting into characters as readers see them costs ten times more.
  if (isEncodable(text)) return [];
  return [...new Intl.Segmenter().segment(text)]
    .filter(({ segment }) => !isEncodable(segment))
    .map(({ segment: character, index: position }) => {
      const suggestion = replacementOf(character);
      return { character, position, ...(suggestion !== undefined && { suggestion }) };
    });
}

/** The same without marks and invisible signs, first composed (macOS writes Hangul apart), then in compatible forms. */
function replacementOf(character: string): string | undefined {
  return ['NFC', 'NFKD']
    .map((form) =>
      character
        .normalize(form)
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .replace(/[\u2010-\u2014\u2212]/, '-')
        .replace('₩', '원')
        .replace('•', '·')
        .replace('❤', '♥')
        .normalize(),
    )
    .find(isEncodable);
}

/** Rules before the map: runtimes decode strict KS X 1001 or CP949, and only the second knows all of Hangul, € and ®. */
function isEncodable(text: string): boolean {
  const rest = text.replace(/[\0-\x7f가-힣€®]/g, '');
  return [...rest].every((character) => ksX1001().has(character));
}

let characters: { has(character: string): boolean } | undefined;

/** The characters of KS X 1001, read from the runtime's own decoder at first use (some milliseconds, no shipped table). */
function ksX1001(): { has(character: string): boolean } {
  if (characters) return characters;
  const bytes: number[] = [];
  for (let row = 0xa1; row < 0xff; row++)
    // The line feed brings a decoder back into step after a pair that it does not know.
    for (let cell = 0xa1; cell < 0xff; cell++) bytes.push(row, cell, 10);
  try {
    const decoded = new TextDecoder('euc-kr').decode(Uint8Array.from(bytes));
    // ICU gives the 188 cells for users' own characters as private use; carriers know none of them.
    characters = new Set(decoded.replace(/[\ue000-\uf8ff\ufffd]/g, ''));
  } catch {
    // A runtime built without this decoder: only what is surely outside is reported, the check being a warning.
    characters = { has: (character) => character.length === 1 };
  }
  return characters;
}
