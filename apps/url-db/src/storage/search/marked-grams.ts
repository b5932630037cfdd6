// Grams that no text has as a part, because they begin with a code point that stands for no character (characters.ts).

/** Of a node of this domain. */
export function domainGram(domainId: number): string {
  return `\u{fdd0}${domainId.toString(36)}`;
}

/** Of a text with this character, wherever it stands. */
export function characterGram(character: string): string {
  return `\u{fdd1}${character}`;
}
