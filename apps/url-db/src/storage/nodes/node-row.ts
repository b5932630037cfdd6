import type { UrlNode } from '../store.ts';

/** Of `nodes n JOIN domains d`. */
export const nodeColumns =
  'n.id, d.name AS domain_name, n.url, n.title, n.description, n.created_at, n.updated_at';

export interface NodeRow {
  readonly id: number;
  readonly domain_name: string;
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

export function toNode(row: NodeRow): UrlNode {
  return {
    id: row.id,
    domainName: row.domain_name,
    url: row.url,
    title: row.title,
    description: row.description,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
