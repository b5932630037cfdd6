import { percentDecoded } from '../../urls/percent-decoded.ts';
import { after } from './characters.ts';
import { fold, wordsOf } from './fold.ts';
import { gramEnd, isFull, seamEnd } from './grams.ts';
import { characterGram } from './marked-grams.ts';

export interface Term {
  readonly gram: string;
  /** Any gram that begins so. */
  readonly prefix: boolean;
}

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

/** Undefined where there is no word in it. */
export function gramQuery(search: string): GramQuery | undefined {
  const words = [...new Set(wordsOf(fold(search)))].map(searchWord);
  if (words.length === 0) return undefined;
  return { words, certain: words.every(isCertain) };
}

/** Whether a folded text holds all words. */
export function holdsAll(text: string, { words }: GramQuery): boolean {
  return words.every(({ needles }) => needles.some((needle) => text.includes(needle)));
}

/** A word copied out of an address is found as it stands, and as people read it. */
function searchWord(word: string): SearchWord {
  const decoded = word.includes('%') ? fold(percentDecoded(word)) : word;
  const needles = decoded === word || wordsOf(decoded).length === 0 ? [word] : [word, decoded];
  return {
    needles,
    alternatives: needles.map((needle) => fewer(wordsOf(needle).flatMap(termsOf))),
  };
}

function isCertain({ needles: [needle = '', ...others], alternatives: [terms = []] }: SearchWord) {
  const isWord = ({ gram }: Term) => gram === needle || gram === characterGram(needle);
  return others.length === 0 && terms.length === 1 && terms.every(isWord);
}

/** The grams that a word has wherever it stands, and what is left at its end as the beginning of one. */
function termsOf(word: string): Term[] {
  if (after(word, 0) === word.length) return [{ gram: characterGram(word), prefix: false }];
  const terms: Term[] = [];
  let covered = 0;
  for (let start = 0; covered < word.length; start = after(word, start)) {
    const seam = seamEnd(word, start);
    const end = seam ?? gramEnd(word, start);
    if (end <= covered) continue;
    const gram = word.slice(start, end);
    const whole = seam !== undefined || end < word.length || isFull(gram);
    terms.push({ gram, prefix: !whole });
    covered = end;
  }
  return terms;
}

function fewer(terms: readonly Term[]): readonly Term[] {
  if (terms.length <= maximumTerms) return terms;
  const step = (terms.length - 1) / (maximumTerms - 1);
  return Array.from(
    { length: maximumTerms },
    (_, index) => terms[Math.round(index * step)] as Term,
  );
}
