// Long enough for every finite double written out.
const maximumLength = 400;

const form = /^([+-]?)(?=[.\d])(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

/** Whether it is a finite decimal number: 12, -3.50, .5, 1e6. */
export function isDecimal(text: string): boolean {
  return (
    text.length <= maximumLength &&
    /\d/.test(text) &&
    form.test(text) &&
    Number.isFinite(Number(text))
  );
}

/**
 * A text whose order, byte by byte, is that of the numbers, exact where doubles are not. The same for `4.5` and `4.50`.
 *
 * @example decimalKey('-3') < decimalKey('0.5') // true
 */
export function decimalKey(decimal: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = form.exec(decimal) ?? [];
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '').replace(/0+$/, '');
  if (digits === '') return '1';
  // 0.<digits> × 10^scale
  const scale = whole.length - (all.length - all.replace(/^0+/, '').length) + Number(exponent);
  const magnitude = String(50_000 + scale) + digits;
  if (sign !== '-') return `2${magnitude}`;
  // The further from zero the lower; what ends earlier is the higher one, so its end sorts after every digit.
  return `0${magnitude.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))}~`;
}
