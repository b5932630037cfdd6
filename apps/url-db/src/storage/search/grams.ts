import { after, type CharacterClass, classOf, codeAt } from './characters.ts';
import { characterGram } from './marked-grams.ts';

/**
 * Pieces of a text that an index can hold so that any part of a word is found, from one character:
 *
 * - of Chinese, Japanese and Korean two characters from each place on;
 * - of everything else three, or two where such characters end; and from every second place of a run of them four, because
 *   three letters of a word are in many others, and four in few;
 * - the two on each side of the end of a run; and each character once.
 *
 * Others than the characters may come twice.
 *
 * @param withFours whether there are those of four
 * @example gramsOf('rust는 기술', true) // ['rus', 'rust', 'ust', 'st', 't는', '기술', and a character gram for each of r, u, s, t, 는, 기, 술]
 */
export function gramsOf(folded: string, withFours: boolean): string[] {
  const grams: string[] = [];
  const characters = new Set<number>();
  let previous: CharacterClass = 'gap';
  let place = 0;
  for (let start = 0, second = 0; start < folded.length; start = second) {
    const code = codeAt(folded, start);
    const own = classOf(code);
    second = after(folded, start);
    place = own === previous ? place + 1 : 0;
    previous = own;
    if (own === 'gap') continue;
    characters.add(code);
    const third = further(folded, second, own);
    if (third === second) {
      const seam = seamEnd(folded, second);
      if (seam > second) grams.push(folded.slice(start, seam));
      continue;
    }
    if (own === 'cjk') {
      grams.push(folded.slice(start, third));
      continue;
    }
    const fourth = further(folded, third, own);
    grams.push(folded.slice(start, fourth));
    if (!withFours || fourth === third || place % 2 === 1) continue;
    const fifth = further(folded, fourth, own);
    if (fifth > fourth) grams.push(folded.slice(start, fifth));
  }
  for (const code of characters) grams.push(characterGram(String.fromCodePoint(code)));
  return grams;
}

/** After the next character where it is of this class, else where it was. */
function further(text: string, place: number, own: CharacterClass): number {
  return place < text.length && classOf(codeAt(text, place)) === own ? after(text, place) : place;
}

/** After the first character of the next run where it follows at once, else where it was. */
function seamEnd(text: string, place: number): number {
  return place < text.length && classOf(codeAt(text, place)) !== 'gap' ? after(text, place) : place;
}
