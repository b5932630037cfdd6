// Controls, directions, joiners, fillers, private use, what is not assigned; and the blank of braille.
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const stackedMarks = /(\p{M}{2})\p{M}+/gu;
const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/**
 * A name that somebody gave himself, fit to be shown in one line: nothing invisible, nothing that turns the direction of
 * what stands around it, no towers of accents, `limit` characters as a person counts them. Undefined where nothing is left.
 */
export function plainName(given: string | undefined, limit = 60): string | undefined {
  const name = (given ?? '')
    .slice(0, limit * 20)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(unseen, '')
    .replace(stackedMarks, '$1')
    .replace(/ +/g, ' ')
    .trim();
  const characters = [...graphemes.segment(name)].map(({ segment }) => segment);
  if (characters.length <= limit) return name || undefined;
  return `${characters
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}…`;
}
