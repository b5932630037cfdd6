import type { Context } from '../context.ts';
import type { Candidates } from '../dialect.ts';
import type { GramQuery } from '../search/gram-query.ts';
import type { Step } from '../step.ts';
import type { Page, UrlNode } from '../store.ts';
import type { Scope } from './cursor.ts';
import { hitIds, nodesInOrder } from './hits.ts';
import { toPage } from './list-nodes.ts';

/** As many nodes with all grams of a search are read to see whether they hold its words, before it is counted by grams. */
const verifiedCount = 500;

const chunkSize = 500;

/** Of these some hold a word in any case, and a page has a hundred at most. */
const furtherSize = 200;

interface Search {
  readonly grams: GramQuery;
  readonly domainId: number | undefined;
  readonly below: number | undefined;
  readonly scope: Scope;
  readonly page?: number | undefined;
  readonly size: number;
  readonly exact?: boolean | undefined;
}

/**
 * What is on a page was looked at and holds the words. The count is exact too where the index alone answers the search,
 * where few nodes have its grams, and where `exact` is asked for; else it is that of the nodes that have its rarest grams.
 */
export function* searchNodes(context: Context, search: Search): Step<Page<UrlNode>> {
  const { grams, domainId, below, scope, page = 1, size, exact = false } = search;
  const { dialect } = context;
  const candidates = { query: yield* dialect.narrow(grams), domainId };
  const skipped = below === undefined ? (page - 1) * size : 0;
  const few = grams.certain ? undefined : yield* fewHits(context, candidates);
  if (few) {
    const from = below === undefined ? few : few.filter((id) => id < below);
    const nodes = yield* nodesInOrder(context, from.slice(skipped, skipped + size + 1));
    return { ...toPage(nodes, size, scope), totalCount: few.length, totalIsCapped: false };
  }
  const cap = exact ? Number.MAX_SAFE_INTEGER - 1 : dialect.countCap;
  const count =
    exact && !grams.certain
      ? yield* countHits(context, candidates)
      : yield* dialect.countCandidates(candidates, cap);
  const nodes =
    skipped < count || count > cap
      ? yield* hitsFrom(context, candidates, {
          below,
          limit: size + 1,
          offset: skipped,
          areMany: count > cap,
        })
      : [];
  return {
    ...toPage(nodes, size, scope),
    totalCount: Math.min(count, cap),
    totalIsCapped: count > cap,
  };
}

/** The ids of all hits, newest first; undefined where too many nodes have the grams to look at each. */
function* fewHits(context: Context, candidates: Candidates): Step<readonly number[] | undefined> {
  const ids = yield* context.dialect.someCandidates(candidates, verifiedCount + 1);
  if (ids.length > verifiedCount) return undefined;
  return yield* hitIds(context, candidates.query, ids);
}

/** Looks at every candidate, however many they are. */
function* countHits(context: Context, candidates: Candidates): Step<number> {
  let total = 0;
  for (let below: number | undefined; ; ) {
    const chunk = yield* hitsBelow(context, candidates, { below, limit: chunkSize, offset: 0 });
    total += chunk.hits.length;
    if (chunk.last === undefined) return total;
    below = chunk.last;
  }
}

/** The first hits from a place on. Nodes that have the grams and not the words are left out. */
function* hitsFrom(
  context: Context,
  candidates: Candidates,
  from: CandidateRange,
): Step<readonly UrlNode[]> {
  const wanted = from.limit;
  const hits: number[] = [];
  // Mostly the first look is enough. One that is not is of a word whose grams are everywhere, and each look costs the same.
  let range = from;
  while (hits.length < wanted) {
    const chunk = yield* hitsBelow(context, candidates, range);
    hits.push(...chunk.hits);
    if (chunk.last === undefined) break;
    range = { ...from, below: chunk.last, limit: furtherSize, offset: 0 };
  }
  return yield* nodesInOrder(context, hits.slice(0, wanted));
}

type CandidateRange = Parameters<Context['dialect']['findCandidates']>[1];

function* hitsBelow(
  context: Context,
  candidates: Candidates,
  range: CandidateRange,
): Step<{ readonly hits: readonly number[]; readonly last: number | undefined }> {
  const ids = yield* context.dialect.findCandidates(candidates, range);
  return {
    hits: candidates.query.certain ? ids : yield* hitIds(context, candidates.query, ids),
    last: ids.length === range.limit ? ids.at(-1) : undefined,
  };
}
