/** A jamo that waits for the rest of its syllable: "기ㅅ" on the way to "기술". */
const openJamo = /[ㄱ-ㅎㅏ-ㅣ]$/u;

/**
 * What is searched for while somebody types. A half-written syllable would find nothing and empty the list for a moment,
 * so as long as it is composed it does not count.
 */
export function searchWords(typed: string, isComposing: boolean): string {
  const words = typed.normalize('NFC');
  return (isComposing ? words.replace(openJamo, '') : words).trim().replace(/\s+/gu, ' ');
}
