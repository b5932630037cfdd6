import { type CharacterClass, classOf, codeAt } from './characters.ts';
import { characterGram } from './marked-grams.ts';

/** What a search asks the index for. */
export interface Term {
  readonly gram: string;
  /** Any gram that begins so. */
  readonly prefix: boolean;
}

/** Whether a word begins at an even place of its run in the text, or an odd one; undefined: not asked. */
export type Parity = 0 | 1 | undefined;

interface Run {
  readonly own: CharacterClass;
  readonly characters: string[];
}

/**
 * The grams (grams.ts) that a text has wherever the word stands in it. Where its first run is long enough for grams of
 * four, which of them there are depends on where in the text it begins.
 */
export function termsOf(word: string, parity: Parity, withFours: boolean): Term[] {
  const runs = runsOf(word);
  const [only] = runs;
  if (runs.length === 1 && only?.characters.length === 1) return [exact(characterGram(word))];
  return runs.flatMap((run, index) => {
    const before = runs[index - 1]?.characters.at(-1);
    const seam = before === undefined ? [] : [exact(before + run.characters[0])];
    // A run that begins in the middle of the word begins with it in the text too.
    const known = withFours ? 0 : undefined;
    const terms = termsOfRun(run, before === undefined ? parity : known, index === runs.length - 1);
    return [...seam, ...terms];
  });
}

/** Whether a word is long enough that its terms depend on its place. */
export function hasParity(word: string): boolean {
  const [first] = runsOf(word);
  return first !== undefined && first.own !== 'cjk' && first.characters.length >= 5;
}

function termsOfRun({ own, characters }: Run, parity: Parity, isLast: boolean): Term[] {
  const { length } = characters;
  const gram = (start: number, count: number) => characters.slice(start, start + count).join('');
  const all = (count: number) =>
    Array.from({ length: length - count + 1 }, (_, start) => exact(gram(start, count)));
  // It stands in the seams on its sides.
  if (length === 1) return [];
  if (own === 'cjk') return all(2);
  if (length === 2) return [{ gram: gram(0, 2), prefix: isLast }];
  if (parity === undefined || length < 4 + parity) return all(3);
  const fours: Term[] = [];
  for (let start: number = parity; start + 4 <= length; start += 2)
    fours.push(exact(gram(start, 4)));
  const first = parity === 1 ? [exact(gram(0, 3))] : [];
  const last = (length - parity) % 2 === 1 ? [exact(gram(length - 3, 3))] : [];
  return [...first, ...fours, ...last];
}

function exact(gram: string): Term {
  return { gram, prefix: false };
}

function runsOf(word: string): Run[] {
  const runs: Run[] = [];
  for (const character of word) {
    const own = classOf(codeAt(character, 0));
    const run = runs.at(-1);
    if (run?.own === own) run.characters.push(character);
    else runs.push({ own, characters: [character] });
  }
  return runs;
}
