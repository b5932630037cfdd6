import type { GramQuery, SearchWord, Term } from '../search/gram-query.ts';
import { row, type Step } from '../step.ts';
import { termExpression } from './search.ts';

/** With so many of its rarest grams a word is hardly ever mistaken; each further one costs the reading of a long list. */
const enough = 6;

/** Nodes that are asked how common a gram is. */
const sample = 20_000;

/** Keeps the rarest grams of long words: `ing` is in every tenth text, and its list is read from end to end. */
export function* narrow(query: GramQuery): Step<GramQuery> {
  if (query.words.every(({ alternatives }) => alternatives.every(isShort))) return query;
  const newest = yield* row<{ id: number }>(
    'SELECT seq AS id FROM sqlite_sequence WHERE name = ?',
    ['nodes'],
  );
  const after = (newest?.id ?? 0) - sample;
  const words: SearchWord[] = [];
  for (const word of query.words) {
    const alternatives: (readonly Term[])[] = [];
    for (const terms of word.alternatives) alternatives.push(yield* rarest(terms, after));
    words.push({ ...word, alternatives });
  }
  return { ...query, words };
}

function isShort(terms: readonly Term[]): boolean {
  return terms.length <= enough;
}

function* rarest(terms: readonly Term[], after: number): Step<readonly Term[]> {
  if (isShort(terms)) return terms;
  const counted: { readonly term: Term; readonly count: number }[] = [];
  for (const term of terms) {
    const found = yield* row<{ count: number }>(
      'SELECT COUNT(*) AS count FROM node_grams WHERE node_grams MATCH ? AND rowid > CAST(? AS INTEGER)',
      [termExpression(term), after],
    );
    counted.push({ term, count: found?.count ?? 0 });
  }
  return counted
    .sort((a, b) => a.count - b.count)
    .slice(0, enough)
    .map(({ term }) => term);
}
