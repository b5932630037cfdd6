/**
 * Text of others as it may stand in a terminal. Escape sequences could repaint what the person agrees to, and marks
 * that turn the direction of reading could disguise it: neither is shown.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** On one line, and not longer than somebody reads. */
export function brief(text: string, length = 200): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
}
