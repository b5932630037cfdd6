import { wordsOf } from './fold.ts';

/**
 * Pieces of a text that an index can hold so that any part of a word is found, from one character: from each character
 * on two where it is Chinese, Japanese or Korean, three elsewhere, fewer at the end of a word.
 *
 * @example gramsOf('기술 rust') // 기술, 술, rus, ust, st, t
 */
export function gramsOf(folded: string): Set<string> {
  const grams = new Set<string>();
  for (const word of wordsOf(folded)) {
    const characters = charactersOf(word);
    for (let start = 0; start < characters.length; start += 1)
      grams.add(characters.slice(start, gramEnd(characters, start)).join(''));
  }
  return grams;
}

/** Code points: an emoji is no two halves. */
export function charactersOf(word: string): readonly string[] {
  return Array.from(word);
}

/** Where the gram from `start` on ends in this word. One of three ends after a Korean character, else there were too many. */
export function gramEnd(characters: readonly string[], start: number): number {
  if (isCjk(characters[start])) return Math.min(start + 2, characters.length);
  let end = start + 1;
  while (end < characters.length && end - start < 3 && !isCjk(characters[end - 1])) end += 1;
  return end;
}

/** Whether more text after the word would not make this gram longer. */
export function isWhole(characters: readonly string[], start: number, end: number): boolean {
  return isCjk(characters[start])
    ? end - start === 2
    : end - start === 3 || (end - start > 1 && isCjk(characters[end - 1]));
}

/** Chinese, Japanese, Korean: scripts in which two characters are a word. */
function isCjk(character: string | undefined): boolean {
  const code = character?.codePointAt(0) ?? 0;
  return (
    code >= 0x1100 &&
    (code <= 0x11ff ||
      (code >= 0x2e80 && code <= 0x9fff) ||
      (code >= 0xa960 && code <= 0xa97f) ||
      (code >= 0xac00 && code <= 0xd7ff) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xff66 && code <= 0xff9f) ||
      (code >= 0x20000 && code <= 0x3ffff))
  );
}
