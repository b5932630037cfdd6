/**
 * What somebody stored, as it is shown to an agent: in quotes, on one line, with nothing in it that is not seen, and not
 * too long. The whole of it is in the structured content.
 *
 * @example quoted('A\nB') // '"A B"'
 */
export function quoted(text: string, most = 300): string {
  // The joiners hold emoji and some scripts together.
  const plain = text.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const characters = plain.length > most ? [...plain] : [];
  return JSON.stringify(
    characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : plain,
  );
}

/** A URL as it was given; in quotes where it holds spaces, behind which words could pass for ours. */
export function shownUrl(url: string): string {
  return /[\s\p{Cf}"]/u.test(url) ? quoted(url, 2048) : url;
}
