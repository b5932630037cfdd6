import type { Candidates, Dialect } from '../dialect.ts';
import { domainGram } from '../search/marked-grams.ts';
import type { Term } from '../search/terms.ts';
import { plannedRows, type Step } from '../step.ts';
import { quoted } from './gram-vector.ts';

/** The newest nodes are looked through one by one before the index is asked for a common word: it is soon found there. */
const newestNodes = 20_000;

export function* someCandidates(candidates: Candidates, limit: number): Step<number[]> {
  const found = yield* plannedRows<{ id: number }>(
    'SELECT id FROM nodes WHERE grams @@ ?::tsquery LIMIT ?',
    [expression(candidates), limit],
  );
  return found.map(({ id }) => id);
}

export function* countCandidates(candidates: Candidates, cap: number): Step<number> {
  if (isOneGram(candidates)) {
    // For a gram that is in every tenth text the index lists a hundred thousand nodes before the first is counted; of one
    // gram the statistics know how common it is.
    const estimated = yield* estimate(candidates);
    if (estimated > cap * 10) return cap + 1;
  }
  const [found] = yield* plannedRows<{ count: number }>(
    'SELECT COUNT(*) AS count FROM (SELECT 1 FROM nodes WHERE grams @@ ?::tsquery LIMIT ?) found',
    [expression(candidates), cap + 1],
  );
  return found?.count ?? 0;
}

function isOneGram({ query, domainId }: Candidates): boolean {
  return query.certain && query.words.length === 1 && domainId === undefined;
}

/** How many nodes the planner expects. */
function* estimate(candidates: Candidates): Step<number> {
  const [explained] = yield* plannedRows<{
    readonly 'QUERY PLAN': readonly [{ readonly Plan: { readonly 'Plan Rows': number } }];
  }>('EXPLAIN (FORMAT JSON) SELECT 1 FROM nodes WHERE grams @@ ?::tsquery', [
    expression(candidates),
  ]);
  return explained?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}

export function* findCandidates(
  candidates: Candidates,
  { below, limit, offset, areMany = false }: Parameters<Dialect['findCandidates']>[1],
): Step<number[]> {
  if (areMany && !candidates.query.certain) {
    const newest = yield* plannedRows<{ id: number }>(
      `SELECT id FROM (${newestSql(candidates)}) newest WHERE grams @@ ?::tsquery ORDER BY id DESC LIMIT ? OFFSET ?`,
      [...newestValues(candidates, below), expression(candidates), limit, offset],
    );
    if (newest.length === limit) return newest.map(({ id }) => id);
  }
  const found = yield* plannedRows<{ id: number }>(
    'SELECT id FROM nodes WHERE grams @@ ?::tsquery AND id < ? ORDER BY id DESC LIMIT ? OFFSET ?',
    [expression(candidates), below ?? Number.MAX_SAFE_INTEGER, limit, offset],
  );
  return found.map(({ id }) => id);
}

function newestSql({ domainId }: Candidates): string {
  return `SELECT id, grams FROM nodes WHERE id < ?${domainId === undefined ? '' : ' AND domain_id = ?'}
    ORDER BY id DESC LIMIT ${newestNodes}`;
}

function newestValues({ domainId }: Candidates, below = Number.MAX_SAFE_INTEGER): number[] {
  return domainId === undefined ? [below] : [below, domainId];
}

/** https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY */
function expression({ query, domainId }: Candidates): string {
  const words = query.words.map(
    ({ alternatives }) => `(${alternatives.map(conjunction).join(' | ')})`,
  );
  if (domainId !== undefined) words.push(quoted(domainGram(domainId)));
  return words.join(' & ');
}

function conjunction(terms: readonly Term[]): string {
  return `(${terms.map(({ gram, prefix }) => `${quoted(gram)}${prefix ? ':*' : ''}`).join(' & ')})`;
}
