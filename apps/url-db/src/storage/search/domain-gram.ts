/** A gram that no text has, because it begins with a code point that stands for no character. */
export function domainGram(domainId: number): string {
  return `\u{fdd0}${domainId.toString(36)}`;
}
