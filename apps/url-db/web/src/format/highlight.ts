export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const termsOf = (words: string): string[] => words.split(/\s+/u).filter(Boolean);

/** A text cut where the words of a search stand in it. */
export function pieces(text: string, words: string): Piece[] {
  // The longest first: of "기" and "기술" the longer mark is the better one.
  const terms = termsOf(words).sort((a, b) => b.length - a.length);
  if (terms.length === 0) return [{ text, isHit: false }];
  return text
    .normalize('NFC')
    .split(new RegExp(`(${terms.map(escaped).join('|')})`, 'iu'))
    .map((piece, index) => ({ text: piece, isHit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

const contains = (text: string, term: string): boolean =>
  text.normalize('NFC').toLowerCase().includes(term.toLowerCase());

const LEAD = 16;

/** The part of a description that shows why it was found, where nothing else of the row does. */
export function excerpt(
  description: string | null,
  words: string,
  shown: readonly string[],
): string | undefined {
  if (description === null) return undefined;
  const text = description.replace(/\s+/gu, ' ').normalize('NFC');
  const term = termsOf(words).find(
    (one) => contains(text, one) && !shown.some((other) => contains(other, one)),
  );
  if (term === undefined) return undefined;
  const at = text.toLowerCase().indexOf(term.toLowerCase());
  if (at <= LEAD) return text;
  // From the beginning of a word, if one begins there.
  const word = text.indexOf(' ', at - LEAD) + 1;
  return `…${text.slice(word > 0 && word <= at ? word : at - LEAD)}`;
}
