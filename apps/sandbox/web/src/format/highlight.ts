export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text cut where the words of a search stand in it. */
export function pieces(text: string, words: string): Piece[] {
  const terms = words.trim().split(/\s+/).filter(Boolean).map(escaped);
  if (terms.length === 0) return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${terms.join('|')})`, 'iu'))
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

const LEAD = 12;

/** The part of a long text that shows why it was found. */
export function excerpt(text: string, words: string): string {
  const term = words.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  const at = term === '' ? -1 : text.toLowerCase().indexOf(term);
  return at > LEAD ? `…${text.slice(at - LEAD)}` : text;
}
