import type { Context } from '../context.ts';
import { row, type Step } from '../step.ts';
import type { Domain, UrlStore } from '../store.ts';
import { type DomainRow, domainColumns, toDomain } from './domain-row.ts';

export function* createDomain(
  { now }: Context,
  { name, description, stripTracking = false }: Parameters<UrlStore['createDomain']>[0],
): Step<Domain | 'exists'> {
  const at = now();
  const added = yield* row<DomainRow>(
    `INSERT INTO domains (name, description, strip_tracking, node_count, created_at, updated_at)
     VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT (name) DO NOTHING RETURNING ${domainColumns}`,
    [name, description, stripTracking ? 1 : 0, at, at],
  );
  return added ? toDomain(added) : 'exists';
}
