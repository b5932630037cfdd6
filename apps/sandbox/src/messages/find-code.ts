// What a person takes for a code: 4 to 8 digits, or 3 and 3. Not part of a phone number, a date, a time, an amount or
// an order number (#1234).
const candidate =
  /(?<![\d+#$₩]|\d[-.,/: ])(?:\d{4,8}|\d{3}[- ]\d{3})(?!\d|[-.,/:]\d|\s?(?:원|년|월|일|개|명|%|KRW|USD))/g;
const keyword =
  /인증|확인\s?(?:번호|코드)|코드|비밀번호|승인번호|\bcode\b|\botp\b|passcode|\bpin\b|verif|one-time|password/gi;
const year = /^(?:19|20)\d\d$/;

/**
 * The code in a text, as a person would read it off: beside a word such as 인증번호 or "code" where there is one, else
 * the only number that looks like a code.
 *
 * @example findCode('[Jeonbo] 인증번호는 482913입니다.') // '482913'
 * @example findCode('주문 #12345, 합계 12000원') // null
 */
export function findCode(text: string): string | null {
  const found = [...text.matchAll(candidate)];
  const words = [...text.matchAll(keyword)];
  if (words.length === 0) {
    const codes = found.map(([code]) => code).filter((code) => !year.test(code));
    return codes.length === 1 ? digits(codes[0] as string) : null;
  }
  let nearest: { code: string; distance: number } | null = null;
  for (const match of found) {
    for (const word of words) {
      const distance = distanceBetween(match, word);
      if (nearest === null || distance < nearest.distance) nearest = { code: match[0], distance };
    }
  }
  return nearest && digits(nearest.code);
}

/** A code mostly follows its word ("인증번호: 1234"), so one before it counts as farther away. */
function distanceBetween(code: RegExpExecArray, word: RegExpExecArray): number {
  const after = code.index - (word.index + word[0].length);
  return after >= 0 ? after : 2 * (word.index - (code.index + code[0].length));
}

function digits(code: string): string {
  return code.replace(/\D/g, '');
}
