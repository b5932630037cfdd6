/** Characters (code points) of a KakaoTalk text. */
export const textLimit = 200;

export function isLong(text: string): boolean {
  return [...text].length > textLimit;
}

const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** The first 199 characters and `…`. What people see as one character is not cut apart. */
export function shorten(text: string): string {
  let left = textLimit - 1;
  let start = '';
  for (const { segment } of segmenter.segment(text)) {
    left -= [...segment].length;
    if (left < 0) break;
    start += segment;
  }
  return `${start}…`;
}
