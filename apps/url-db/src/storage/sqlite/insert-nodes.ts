import type { NodeInsert } from '../dialect.ts';
import { row, rows, type Step } from '../step.ts';
import { countInBlocks } from './blocks.ts';
import { gramText } from './index-node.ts';

/**
 * First all nodes, then all grams: a statement that may have to be taken back makes the index write out what it gathered
 * so far, and one such between any two nodes makes this ten times slower.
 */
export function* insertNodes(nodes: readonly NodeInsert[]): Step<(number | undefined)[]> {
  const ids: (number | undefined)[] = [];
  for (const node of nodes) ids.push(yield* insertNode(node));
  for (const [index, node] of nodes.entries()) {
    const id = ids[index];
    if (id === undefined) continue;
    const grams = gramText(node.domainId, node);
    yield* rows('INSERT INTO node_grams (rowid, grams) VALUES (?, ?)', [id, grams]);
  }
  yield* countInBlocks(
    ids.filter((id) => id !== undefined),
    1,
  );
  return ids;
}

function* insertNode(node: NodeInsert): Step<number | undefined> {
  const added = yield* row<{ id: number }>(
    `INSERT INTO nodes (id, domain_id, url, url_norm, url_key, title, description, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url_key, domain_id) DO NOTHING RETURNING id`,
    [
      node.id ?? null,
      node.domainId,
      node.url,
      node.urlNorm,
      node.urlKey,
      node.title,
      node.description,
      node.createdAt,
      node.updatedAt,
    ],
  );
  return added?.id;
}
