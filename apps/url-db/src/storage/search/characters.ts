// Code points, read out of a text by their place in it: an array of them for each text would cost more than all the rest.

export function codeAt(text: string, place: number): number {
  return text.codePointAt(place) ?? 0;
}

/** Where the character after this one begins. An emoji is no two halves. */
export function after(text: string, place: number): number {
  return place + (codeAt(text, place) > 0xffff ? 2 : 1);
}

/** Between words: white space, control characters, and code points that stand for no character (marked-grams.ts). */
export function isGap(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    (code >= 0x1680 &&
      (code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff ||
        (code >= 0xfdd0 && code <= 0xfdef)))
  );
}

/** Characters that stand in grams together. */
export type CharacterClass = 'gap' | 'ascii' | 'cjk' | 'other';

export function classOf(code: number): CharacterClass {
  if (isGap(code)) return 'gap';
  if (code < 0x80) return 'ascii';
  return isCjk(code) ? 'cjk' : 'other';
}

/** Chinese, Japanese, Korean: scripts in which two characters are a word. */
function isCjk(code: number): boolean {
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
