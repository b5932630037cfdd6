import { after, codeAt, isGap } from './characters.ts';

/** One form for texts that people take for the same: no difference of case, one encoding of each syllable. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('ς', 'σ');
}

/** The words of a folded text. */
export function wordsOf(folded: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let place = 0; place <= folded.length; place = after(folded, place)) {
    if (place < folded.length && !isGap(codeAt(folded, place))) continue;
    if (place > start) words.push(folded.slice(start, place));
    start = place + 1;
  }
  return words;
}
