import type { Domain } from '../store.ts';

export const domainColumns =
  'id, name, description, strip_tracking, node_count, created_at, updated_at';

export interface DomainRow {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly strip_tracking: number;
  readonly node_count: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export function toDomain(row: DomainRow): Domain {
  return {
    name: row.name,
    description: row.description,
    nodeCount: row.node_count,
    stripTracking: row.strip_tracking === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
