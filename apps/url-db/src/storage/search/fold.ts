/** One form for texts that people take for the same: no difference of case, one encoding of each syllable. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('ς', 'σ');
}

/** Between words: white space, control characters, and the code points that stand for no character (see gram-query.ts). */
const gaps = /[\s\p{Cc}\u{fdd0}-\u{fdef}]+/u;

/** The words of a folded text. */
export function wordsOf(folded: string): string[] {
  return folded.split(gaps).filter((word) => word !== '');
}
