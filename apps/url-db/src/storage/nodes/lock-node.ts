import { type Context, isId } from '../context.ts';
import { row, type Step } from '../step.ts';
import type { UrlNode } from '../store.ts';
import { type NodeRow, toNode } from './node-row.ts';

/** A node with its domain's id. */
export interface LockedNode {
  readonly node: UrlNode;
  readonly domainId: number;
}

/** A node that this transaction will change: nobody else changes or deletes it meanwhile. */
export function* lockNode(
  { dialect }: Context,
  domainName: string,
  id: number,
): Step<LockedNode | undefined> {
  if (!isId(id)) return undefined;
  const domain = yield* row<{ id: number }>('SELECT id FROM domains WHERE name = ?', [domainName]);
  const found =
    domain &&
    (yield* row<Omit<NodeRow, 'domain_name'>>(
      `SELECT id, url, title, description, created_at, updated_at FROM nodes
       WHERE id = ? AND domain_id = ?${dialect.forUpdate}`,
      [id, domain.id],
    ));
  return found && { node: toNode({ ...found, domain_name: domainName }), domainId: domain.id };
}
