import { after, classOf, codeAt } from './characters.ts';
import { characterGram } from './marked-grams.ts';

/**
 * Pieces of a text that an index can hold so that any part of a word is found, from one character: from each character
 * on two where it is Chinese, Japanese or Korean, three elsewhere, or two where such characters end; the two on each side
 * of such an end; and each character once. Others than the characters may come twice.
 *
 * @example gramsOf('rust는 기술') // ['rus', 'ust', 'st', 't는', '기술', and a character gram for each of r, u, s, t, 는, 기, 술]
 */
export function gramsOf(folded: string): string[] {
  const grams: string[] = [];
  const characters = new Set<number>();
  for (let start = 0, next = 0; start < folded.length; start = next) {
    const code = codeAt(folded, start);
    next = after(folded, start);
    if (classOf(code) === 'gap') continue;
    characters.add(code);
    const end = gramEnd(folded, start);
    if (end > next) grams.push(folded.slice(start, end));
    const seam = seamEnd(folded, start);
    if (seam !== undefined) grams.push(folded.slice(start, seam));
  }
  for (const code of characters) grams.push(characterGram(String.fromCodePoint(code)));
  return grams;
}

/** Where the gram from `start` on ends: it never mixes classes, so that all that can follow two letters can be listed. */
export function gramEnd(text: string, start: number): number {
  const own = classOf(codeAt(text, start));
  const most = own === 'cjk' ? 2 : 3;
  let end = after(text, start);
  for (let count = 1; count < most && end < text.length; count += 1) {
    if (classOf(codeAt(text, end)) !== own) return end;
    end = after(text, end);
  }
  return end;
}

/** Where a gram of two ends that begins with the last character of its class in a word, as `3월` does. */
export function seamEnd(text: string, start: number): number | undefined {
  const next = after(text, start);
  if (next >= text.length) return undefined;
  const other = classOf(codeAt(text, next));
  return other === 'gap' || other === classOf(codeAt(text, start)) ? undefined : after(text, next);
}

/** Whether a gram has all the characters that one can have. */
export function isFull(gram: string): boolean {
  const second = after(gram, 0);
  if (second >= gram.length) return false;
  return classOf(codeAt(gram, 0)) === 'cjk' || after(gram, second) < gram.length;
}
