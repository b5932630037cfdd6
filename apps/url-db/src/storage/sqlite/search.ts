import type { Candidates, Dialect } from '../dialect.ts';
import { domainGram } from '../search/domain-gram.ts';
import type { Term } from '../search/gram-query.ts';
import { row, rows, type Step } from '../step.ts';

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
  if (domainId !== undefined) words.unshift(`"${domainGram(domainId)}"`);
  return words.join(' AND ');
}

function conjunction(terms: readonly Term[]): string {
  const parts = terms.map(
    ({ gram, prefix }) => `"${gram.replaceAll('"', '""')}"${prefix ? ' *' : ''}`,
  );
  return `(${parts.join(' AND ')})`;
}
