import type { GramQuery, SearchWord } from '../search/gram-query.ts';
import { searchedText } from '../search/searched-text.ts';
import type { Term } from '../search/terms.ts';
import { rows, type Step } from '../step.ts';

/** So many of its rarest grams hardly ever mistake a word; each further common one costs the reading of a long list. */
const enough = 2;

/** Nodes whose texts tell which grams are common. */
const sample = 100;

/**
 * Keeps the rarest grams of long words: `ing` is in every tenth text, and its list is read from end to end. The beginning
 * that is left of a word's end goes where there are whole grams: it is hundreds of lists.
 */
export function* narrow(query: GramQuery): Step<GramQuery> {
  if (query.words.every(({ alternatives }) => alternatives.every((terms) => terms.length === 1)))
    return query;
  const long = query.words.some(({ alternatives }) => alternatives.some(isLong));
  const texts = long ? yield* newestTexts() : [];
  const commonness = ({ gram }: Term) => texts.filter((text) => text.includes(gram)).length;
  const words = query.words.map(
    (word): SearchWord => ({
      ...word,
      alternatives: word.alternatives.map((terms) => {
        const whole = terms.filter(({ prefix }) => !prefix);
        const telling = whole.length > 0 ? whole : terms;
        if (!isLong(telling)) return telling;
        const counted = telling.map((term) => ({ term, count: commonness(term) }));
        counted.sort((a, b) => a.count - b.count);
        return counted
          .filter(({ count }, place) => place < enough || count === 0)
          .map(({ term }) => term);
      }),
    }),
  );
  return { ...query, words };
}

function isLong(terms: readonly Term[]): boolean {
  return terms.length > enough;
}

function* newestTexts(): Step<readonly string[]> {
  const newest = yield* rows<Parameters<typeof searchedText>[0]>(
    'SELECT title, url, description FROM nodes ORDER BY id DESC LIMIT ?',
    [sample],
  );
  return newest.map(searchedText);
}
