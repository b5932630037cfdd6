import { after, classOf, codeAt } from './characters.ts';

/**
 * Pieces of a text that an index can hold so that any part of a word is found, from one character: from each character
 * on two where it is Chinese, Japanese or Korean, three elsewhere, fewer where such characters end; and the two on each
 * side of such an end. Some come twice.
 *
 * @example gramsOf('rust는 기술') // ['rus', 'ust', 'st', 't', 't는', '는', '기술', '술']
 */
export function gramsOf(folded: string): string[] {
  const grams: string[] = [];
  for (let start = 0; start < folded.length; start = after(folded, start)) {
    if (classOf(codeAt(folded, start)) === 'gap') continue;
    grams.push(folded.slice(start, gramEnd(folded, start)));
    const seam = seamEnd(folded, start);
    if (seam !== undefined) grams.push(folded.slice(start, seam));
  }
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
