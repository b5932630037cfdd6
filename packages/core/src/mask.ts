/**
 * Hides the middle of a phone number, keeping what a person needs to recognise it.
 *
 * @example maskPhoneNumber('010-1234-5678') // '010-****-5678'
 * @example maskPhoneNumber('+14155550123') // '+141****0123'
 */
export function maskPhoneNumber(phoneNumber: string): string {
  const digits = phoneNumber.replace(/\D/g, '');
  if (digits.length < 7) return '****';
  const tail = digits.slice(-4);
  if (phoneNumber.trim().startsWith('+')) return `+${digits.slice(0, 3)}****${tail}`;
  return digits.length === 8 ? `****-${tail}` : `${digits.slice(0, 3)}-****-${tail}`;
}

// A run of 8 to 15 digits as people write numbers. Dates with dashes (2026-11-20) have eight digits and are
// masked with them: hiding too much is the safe side.
const numberLike = /(?<![\w*])\+?\d(?:[\d().\s-]{5,18})\d(?![\w*])/g;

/** Masks everything in a text that looks like a phone number. For provider words that may quote one. */
export function maskPhoneNumbersIn(text: string): string {
  return text.replace(numberLike, (found) => {
    const count = found.replace(/\D/g, '').length;
    return count >= 8 && count <= 15 ? maskPhoneNumber(found) : found;
  });
}
