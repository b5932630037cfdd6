import type { Candidates, Dialect } from '../dialect.ts';
import { domainGram } from '../search/marked-grams.ts';
import type { Term } from '../search/terms.ts';
import { row, rows, type Step } from '../step.ts';

export function* someCandidates(candidates: Candidates, limit: number): Step<number[]> {
  const found = yield* rows<{ id: number }>(
    'SELECT rowid AS id FROM node_grams WHERE node_grams MATCH ? LIMIT ?',
    [expression(candidates), limit],
  );
  return found.map(({ id }) => id);
}

export function* countCandidates(candidates: Candidates, cap: number): Step<number> {
  const found = yield* row<{ count: number }>(
    'SELECT COUNT(*) AS count FROM (SELECT 1 FROM node_grams WHERE node_grams MATCH ? LIMIT ?)',
    [expression(candidates), cap + 1],
  );
  return found?.count ?? 0;
}

export function* findCandidates(
  candidates: Candidates,
  { below, limit, offset }: Parameters<Dialect['findCandidates']>[1],
): Step<number[]> {
  // The driver gives numbers as REAL, and the index would leave a bound of that kind out of account.
  const found = yield* rows<{ id: number }>(
    `SELECT rowid AS id FROM node_grams WHERE node_grams MATCH ? AND rowid < CAST(? AS INTEGER)
     ORDER BY rowid DESC LIMIT ? OFFSET ?`,
    [expression(candidates), below ?? Number.MAX_SAFE_INTEGER, limit, offset],
  );
  return found.map(({ id }) => id);
}

/** https://sqlite.org/fts5.html#full_text_query_syntax: strings, `*` for a beginning. */
function expression({ query, domainId }: Candidates): string {
  const words = query.words.map(
    ({ alternatives }) => `(${alternatives.map(conjunction).join(' OR ')})`,
  );
  if (domainId !== undefined) words.unshift(quoted(domainGram(domainId)));
  return words.join(' AND ');
}

function conjunction(terms: readonly Term[]): string {
  return `(${terms.map(termExpression).join(' AND ')})`;
}

function termExpression({ gram, prefix }: Term): string {
  if (!prefix) return quoted(gram);
  // For a beginning the index would first put together the whole list, half a million entries of a common one; asked for
  // each gram that there can be, it ends with the last hit that is wanted.
  if (/^[\x21-\x7e]{2}$/.test(gram))
    return `(${[gram, ...thirds.map((third) => gram + third)].map(quoted).join(' OR ')})`;
  return `${quoted(gram)} *`;
}

/** Every character of the class that a folded text can have: grams do not mix classes. */
const thirds = Array.from({ length: 0x7f - 0x21 }, (_, index) =>
  String.fromCharCode(0x21 + index),
).filter((character) => !/[A-Z]/.test(character));

function quoted(gram: string): string {
  return `"${gram.replaceAll('"', '""')}"`;
}
