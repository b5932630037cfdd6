import type { Context } from '../context.ts';
import { row, type Step } from '../step.ts';
import type { Domain, UrlNode, UrlStore } from '../store.ts';
import { type DomainRow, domainColumns, toDomain } from './domain-row.ts';
import { findDomain } from './read-domains.ts';
import { renormalize } from './renormalize.ts';

export interface Collision {
  readonly collision: readonly [UrlNode, UrlNode];
}

export function* updateDomain(
  context: Context,
  name: string,
  { description, stripTracking }: Parameters<UrlStore['updateDomain']>[1],
): Step<Domain | Collision | undefined> {
  const found = yield* findDomain(name, context.dialect.forUpdate);
  if (!found) return undefined;
  const strip = stripTracking ?? found.strip_tracking === 1;
  const wanted = description === undefined ? found.description : description;
  const stripChanges = strip !== (found.strip_tracking === 1);
  if (!stripChanges && wanted === found.description) return toDomain(found);
  if (stripChanges) {
    const collision = yield* renormalize(found, strip);
    if (collision) return { collision };
  }
  const updated = yield* row<DomainRow>(
    `UPDATE domains SET description = ?, strip_tracking = ?, updated_at = ? WHERE id = ? RETURNING ${domainColumns}`,
    [wanted, strip ? 1 : 0, context.now(), found.id],
  );
  return updated && toDomain(updated);
}
