import type { Context } from '../context.ts';
import { findDomain } from '../domains/read-domains.ts';
import { gramQuery } from '../search/gram-query.ts';
import { row, rows, type Step } from '../step.ts';
import type { NodesQuery, Page, UrlNode } from '../store.ts';
import { formatCursor, parseCursor, type Scope } from './cursor.ts';
import { type NodeRow, nodeColumns, toNode } from './node-row.ts';
import { searchNodes } from './search-nodes.ts';

export const emptyPage = { items: [], totalCount: 0, totalIsCapped: false, nextCursor: null };

export function* listNodes(context: Context, query: NodesQuery): Step<Page<UrlNode>> {
  const { domainName, search = '' } = query;
  const grams = gramQuery(search, context.dialect.hasFours);
  const needles = grams?.words.map((word) => word.needles) ?? [];
  const scope = ['nodes', domainName ?? null, needles];
  const below = query.cursor === undefined ? undefined : parseCursor(query.cursor, scope);
  const domain = domainName === undefined ? undefined : yield* findDomain(domainName);
  if (domainName !== undefined && !domain) return emptyPage;
  if (grams)
    return yield* searchNodes(context, { ...query, grams, domainId: domain?.id, below, scope });

  const totalCount = domain?.node_count ?? (yield* countAll());
  const skipped = below === undefined ? ((query.page ?? 1) - 1) * query.size : 0;
  const nodes =
    skipped < totalCount ? yield* newest(context, query, domain?.id, below, skipped) : [];
  return { ...toPage(nodes, query.size, scope), totalCount, totalIsCapped: false };
}

/** One more than the page was asked for, which says whether there is a next one. */
export function toPage(
  nodes: readonly UrlNode[],
  size: number,
  scope: Scope,
): Pick<Page<UrlNode>, 'items' | 'nextCursor'> {
  const items = nodes.slice(0, size);
  const last = nodes.length > size ? items.at(-1) : undefined;
  return { items, nextCursor: last ? formatCursor(last.id, scope) : null };
}

function* countAll(): Step<number> {
  const found = yield* row<{ count: number | null }>(
    'SELECT CAST(SUM(node_count) AS BIGINT) AS count FROM domains',
  );
  return found?.count ?? 0;
}

function* newest(
  { dialect }: Context,
  { size }: NodesQuery,
  domainId: number | undefined,
  below: number | undefined,
  skipped: number,
): Step<readonly UrlNode[]> {
  const start =
    domainId === undefined && skipped > 0
      ? yield* dialect.skipNodes(skipped)
      : { below, offset: skipped };
  // The ids alone are skipped and ordered by an index; only the page's nodes are read.
  const found = yield* rows<NodeRow>(
    `SELECT ${nodeColumns} FROM (
       SELECT id FROM nodes WHERE ${domainId === undefined ? '' : 'domain_id = ? AND '}id < ?
       ORDER BY id DESC LIMIT ? OFFSET ?
     ) page JOIN nodes n ON n.id = page.id JOIN domains d ON d.id = n.domain_id ORDER BY page.id DESC`,
    [
      ...(domainId === undefined ? [] : [domainId]),
      start.below ?? Number.MAX_SAFE_INTEGER,
      size + 1,
      start.offset,
    ],
  );
  return found.map(toNode);
}
