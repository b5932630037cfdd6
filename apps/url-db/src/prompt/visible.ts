// What somebody stored must not move the cursor, colour the screen or turn the direction of writing. The joiners hold
// emoji and some scripts together.
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text of others on one line of a terminal. */
export function visible(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ⏎ ').replace(unsafe, '\ufffd');
}
