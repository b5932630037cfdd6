import { after, codeAt, isCjk, isGap } from './characters.ts';

/**
 * Pieces of a text that an index can hold so that any part of a word is found, from one character: from each character
 * on two where it is Chinese, Japanese or Korean, three elsewhere, fewer at the end of a word. Some come twice.
 *
 * @example gramsOf('기술 rust') // ['기술', '술', 'rus', 'ust', 'st', 't']
 */
export function gramsOf(folded: string): string[] {
  const grams: string[] = [];
  for (let start = 0; start < folded.length; start = after(folded, start))
    if (!isGap(codeAt(folded, start))) grams.push(folded.slice(start, gramEnd(folded, start)));
  return grams;
}

/** Where the gram from `start` on ends. One of three ends after a Korean character: with two there were too many of them. */
export function gramEnd(text: string, start: number): number {
  const most = isCjk(codeAt(text, start)) ? 2 : 3;
  let end = after(text, start);
  for (let count = 1; count < most && end < text.length; count += 1) {
    const code = codeAt(text, end);
    if (isGap(code)) return end;
    end = after(text, end);
    if (isCjk(code)) return end;
  }
  return end;
}

/** Whether a gram would not be longer if its word went on. */
export function isWhole(gram: string): boolean {
  const second = after(gram, 0);
  if (second >= gram.length) return false;
  const third = after(gram, second);
  return isCjk(codeAt(gram, 0)) || isCjk(codeAt(gram, second)) || third < gram.length;
}
