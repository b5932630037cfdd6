import { normalForm, urlKey } from '../../urls/normal-form.ts';
import { type Context, isId } from '../context.ts';
import { row, rows, type Step } from '../step.ts';
import type { NodeKey, UrlNode } from '../store.ts';
import { type NodeRow, nodeColumns, toNode } from './node-row.ts';

const byId = `SELECT ${nodeColumns} FROM nodes n JOIN domains d ON d.id = n.domain_id WHERE n.id = ? AND d.name = ?`;

export function* getNode(domainName: string, id: number): Step<UrlNode | undefined> {
  if (!isId(id)) return undefined;
  const found = yield* row<NodeRow>(byId, [id, domainName]);
  return found && toNode(found);
}

export function* getNodes(
  context: Context,
  keys: readonly NodeKey[],
): Step<readonly (UrlNode | undefined)[]> {
  const found = yield* nodesByIds(
    context,
    keys.map(({ id }) => id),
  );
  return keys.map(({ domainName, id }) => {
    const node = found.get(id);
    return node?.domainName === domainName ? node : undefined;
  });
}

export function* nodesByIds(
  { dialect }: Context,
  ids: readonly number[],
): Step<ReadonlyMap<number, UrlNode>> {
  const known = ids.filter(isId);
  if (known.length === 0) return new Map();
  const found = yield* rows<NodeRow>(
    `SELECT ${nodeColumns} FROM nodes n JOIN domains d ON d.id = n.domain_id WHERE ${dialect.among('n.id', 'number')}`,
    [dialect.list(known)],
  );
  return new Map(found.map((node) => [node.id, toNode(node)]));
}

/** A domain that strips tracking parameters holds the URL by another key than one that does not. */
export function* findNodes(url: string, domainName?: string): Step<readonly UrlNode[]> {
  const plain = urlKey(normalForm(url, { stripTracking: false }));
  const stripped = urlKey(normalForm(url, { stripTracking: true }));
  const found = yield* rows<NodeRow>(
    `SELECT ${nodeColumns} FROM nodes n JOIN domains d ON d.id = n.domain_id
     WHERE ((n.url_key = ? AND d.strip_tracking = 0) OR (n.url_key = ? AND d.strip_tracking = 1))
       ${domainName === undefined ? '' : 'AND d.name = ?'}
     ORDER BY d.name`,
    [plain, stripped, ...(domainName === undefined ? [] : [domainName])],
  );
  return found.map(toNode);
}
