import { percentDecoded } from '../../urls/percent-decoded.ts';
import { fold, wordsOf } from './fold.ts';
import { characterGram } from './marked-grams.ts';
import { hasParity, type Parity, type Term, termsOf } from './terms.ts';

/** A word of a search: one of `needles` must be in the text, and then all terms of one of `alternatives` are in the index. */
export interface SearchWord {
  readonly needles: readonly string[];
  readonly alternatives: readonly (readonly Term[])[];
}

export interface GramQuery {
  readonly words: readonly SearchWord[];
  /** Whether the index alone answers it: its terms cannot be in a text that does not hold the words. */
  readonly certain: boolean;
}

/** Of a very long word only so many are looked at. */
const maximumTerms = 16;

/**
 * Undefined where there is no word in it.
 *
 * @param withFours whether the index has grams of four
 */
export function gramQuery(search: string, withFours: boolean): GramQuery | undefined {
  const words = [...new Set(wordsOf(fold(search)))].map((word) => searchWord(word, withFours));
  if (words.length === 0) return undefined;
  return { words, certain: words.every(isCertain) };
}

/** Whether a folded text holds all words. */
export function holdsAll(text: string, { words }: GramQuery): boolean {
  return words.every(({ needles }) => needles.some((needle) => text.includes(needle)));
}

/** A word copied out of an address is found as it stands, and as people read it. */
function searchWord(word: string, withFours: boolean): SearchWord {
  const decoded = word.includes('%') ? fold(percentDecoded(word)) : word;
  const needles = decoded === word || wordsOf(decoded).length === 0 ? [word] : [word, decoded];
  return { needles, alternatives: needles.flatMap((needle) => alternativesOf(needle, withFours)) };
}

function alternativesOf(needle: string, withFours: boolean): (readonly Term[])[] {
  const [first = '', ...others] = wordsOf(needle);
  const rest = others.flatMap((word) => termsOf(word, undefined, withFours));
  const parities: readonly Parity[] = withFours && hasParity(first) ? [0, 1] : [undefined];
  return parities.map((parity) => fewer([...termsOf(first, parity, withFours), ...rest]));
}

function isCertain({ needles: [needle = '', ...others], alternatives: [terms = []] }: SearchWord) {
  const isWord = ({ gram }: Term) => gram === needle || gram === characterGram(needle);
  return others.length === 0 && terms.length === 1 && terms.every(isWord);
}

function fewer(terms: readonly Term[]): readonly Term[] {
  if (terms.length <= maximumTerms) return terms;
  const step = (terms.length - 1) / (maximumTerms - 1);
  return Array.from(
    { length: maximumTerms },
    (_, index) => terms[Math.round(index * step)] as Term,
  );
}
