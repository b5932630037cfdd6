import type { NodeInsert } from '../dialect.ts';
import { rows, type Step } from '../step.ts';
import { gramVector } from './gram-vector.ts';

interface Added {
  readonly id: number;
  readonly domain_id: number;
  readonly url_key: Uint8Array;
}

/** All in one statement. Of two with one URL the first is taken. */
export function* insertNodes(nodes: readonly NodeInsert[]): Step<(number | undefined)[]> {
  if (nodes.length === 0) return [];
  const withIds = nodes[0]?.id !== undefined;
  const columns = `${withIds ? 'id, ' : ''}domain_id, url, url_norm, url_key, title, description, created_at, updated_at`;
  const added = yield* rows<Added>(
    `INSERT INTO nodes (${columns}, grams)
     SELECT ${columns}, grams::tsvector
     FROM unnest(${withIds ? '?::bigint[], ' : ''}?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
       WITH ORDINALITY AS node (${columns}, grams, place)
     ORDER BY place
     ON CONFLICT (url_key, domain_id) DO NOTHING RETURNING id, domain_id, url_key`,
    [
      ...(withIds ? [nodes.map(({ id }) => id ?? null)] : []),
      nodes.map(({ domainId }) => domainId),
      nodes.map(({ url }) => url),
      nodes.map(({ urlNorm }) => urlNorm),
      nodes.map(({ urlKey }) => Buffer.from(urlKey)),
      nodes.map(({ title }) => title),
      nodes.map(({ description }) => description),
      nodes.map(({ createdAt }) => createdAt),
      nodes.map(({ updatedAt }) => updatedAt),
      nodes.map((node) => gramVector(node.domainId, node)),
    ],
  );
  const ids = new Map(added.map((node) => [place(node.domain_id, node.url_key), node.id]));
  return nodes.map((node) => {
    const key = place(node.domainId, node.urlKey);
    const id = ids.get(key);
    ids.delete(key);
    return id;
  });
}

function place(domainId: number, urlKey: Uint8Array): string {
  return `${domainId}:${Buffer.from(urlKey).toString('hex')}`;
}
