import type { Context } from '../context.ts';
import type { Candidates } from '../dialect.ts';
import { type GramQuery, holdsAll } from '../search/gram-query.ts';
import { searchedText } from '../search/searched-text.ts';
import type { Step } from '../step.ts';
import type { Page, UrlNode } from '../store.ts';
import type { Scope } from './cursor.ts';
import { toPage } from './list-nodes.ts';
import { nodesByIds } from './read-nodes.ts';

/** As many nodes with all grams of a search are read to see whether they hold its words, before it is counted by grams. */
const verifiedCount = 500;

const chunkSize = 500;

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
 * where few nodes have its grams, and where `exact` is asked for; else it is that of the nodes that have all grams.
 */
export function* searchNodes(context: Context, search: Search): Step<Page<UrlNode>> {
  const { grams, domainId, below, scope, page = 1, size, exact = false } = search;
  const candidates = { query: yield* context.dialect.narrow(grams), domainId };
  const cap = exact ? Number.MAX_SAFE_INTEGER - 1 : context.dialect.countCap;
  const count = yield* context.dialect.countCandidates(candidates, cap);
  const skipped = below === undefined ? (page - 1) * size : 0;
  if (!grams.certain && (exact || count <= verifiedCount)) {
    const range = { from: below ?? Number.POSITIVE_INFINITY, skipped, size };
    const { total, nodes } = yield* verifyAll(context, candidates, range);
    return { ...toPage(nodes, size, scope), totalCount: total, totalIsCapped: false };
  }
  const nodes =
    skipped < count || count > cap
      ? yield* hitsFrom(context, candidates, below, skipped, size + 1)
      : [];
  return {
    ...toPage(nodes, size, scope),
    totalCount: Math.min(count, cap),
    totalIsCapped: count > cap,
  };
}

/** Looks at every candidate: how many there are that hold the words, and those of one page and one more. */
function* verifyAll(
  context: Context,
  candidates: Candidates,
  page: { readonly from: number; readonly skipped: number; readonly size: number },
): Step<{ readonly total: number; readonly nodes: readonly UrlNode[] }> {
  const nodes: UrlNode[] = [];
  let total = 0;
  let passed = 0;
  for (let below: number | undefined; ; ) {
    const chunk = yield* candidatesBelow(context, candidates, below, 0, chunkSize);
    for (const node of chunk.hits) {
      total += 1;
      if (node.id >= page.from) continue;
      passed += 1;
      if (passed > page.skipped && nodes.length <= page.size) nodes.push(node);
    }
    if (chunk.last === undefined) return { total, nodes };
    below = chunk.last;
  }
}

/** The first hits from a place on. Nodes that have the grams and not the words are left out. */
function* hitsFrom(
  context: Context,
  candidates: Candidates,
  from: number | undefined,
  skipped: number,
  wanted: number,
): Step<readonly UrlNode[]> {
  const nodes: UrlNode[] = [];
  let below = from;
  for (let offset = skipped; nodes.length < wanted; offset = 0) {
    const chunk = yield* candidatesBelow(context, candidates, below, offset, wanted);
    nodes.push(...chunk.hits);
    if (chunk.last === undefined) break;
    below = chunk.last;
  }
  return nodes.slice(0, wanted);
}

function* candidatesBelow(
  context: Context,
  candidates: Candidates,
  below: number | undefined,
  offset: number,
  limit: number,
): Step<{ readonly hits: readonly UrlNode[]; readonly last: number | undefined }> {
  const ids = yield* context.dialect.findCandidates(candidates, { below, limit, offset });
  const nodes = yield* nodesByIds(context, ids);
  const hits = ids.flatMap((id) => nodes.get(id) ?? []);
  return {
    hits: hits.filter((node) => holdsAll(searchedText(node), candidates.query)),
    last: ids.length === limit ? ids.at(-1) : undefined,
  };
}
