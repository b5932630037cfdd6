import type { Context } from '../context.ts';
import { factsOf, record } from '../events/record.ts';
import { rows, type Step } from '../step.ts';
import type { UrlNode, UrlStore } from '../store.ts';
import { lockNode } from './lock-node.ts';

/** What is left out stays. Where nothing changes, nothing is written and nobody is told. */
export function* updateNode(
  context: Context,
  domainName: string,
  id: number,
  changes: Parameters<UrlStore['updateNode']>[2],
): Step<UrlNode | undefined> {
  const found = yield* lockNode(context, domainName, id);
  if (!found) return undefined;
  const { node, domainId } = found;
  const title = changes.title ?? node.title;
  const description = changes.description === undefined ? node.description : changes.description;
  const changed = [
    ...(title === node.title ? [] : (['title'] as const)),
    ...(description === node.description ? [] : (['description'] as const)),
  ];
  if (changed.length === 0) return node;
  const updated = { ...node, title, description, updatedAt: context.now() };
  yield* rows('UPDATE nodes SET title = ?, description = ?, updated_at = ? WHERE id = ?', [
    title,
    description,
    updated.updatedAt,
    id,
  ]);
  yield* context.dialect.indexNode({ ...updated, domainId });
  const data = { ...factsOf(updated), changed };
  yield* record(context, [{ type: 'node.updated', domainName, nodeId: id, data }]);
  return updated;
}
