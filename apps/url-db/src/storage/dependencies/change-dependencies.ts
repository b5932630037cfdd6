import { type Context, isId } from '../context.ts';
import type { DependencyStore } from '../dependency-types.ts';
import { record } from '../events/record.ts';
import { getNode, nodesByIds } from '../nodes/read-nodes.ts';
import { row, type Step } from '../step.ts';
import { addedEvent, removedEvent } from './dependency-event.ts';
import { dependencyLock, type LinkRow, linkColumns, toLink } from './links.ts';
import { needs } from './needs.ts';
import { toDependency } from './read-dependencies.ts';

type Added = Awaited<ReturnType<DependencyStore['addDependency']>>;

export function* addDependency(
  context: Context,
  input: Parameters<DependencyStore['addDependency']>[0],
): Step<Added> {
  yield* context.dialect.lock(dependencyLock);
  const dependent = yield* getNode(input.dependent.domainName, input.dependent.id);
  if (!dependent) return 'no_dependent';
  const dependency = yield* getNode(input.dependency.domainName, input.dependency.id);
  if (!dependency) return 'no_dependency';
  if (dependent.id === dependency.id) return 'self';
  const known = yield* row<LinkRow>(
    `SELECT ${linkColumns} FROM dependencies WHERE dependent_id = ? AND dependency_id = ?`,
    [dependent.id, dependency.id],
  );
  if (known) return { duplicate: toDependency(toLink(known), dependent, dependency) };
  if (yield* needs(context, dependency.id, dependent.id)) return 'cycle';
  const added = yield* row<LinkRow>(
    `INSERT INTO dependencies (dependent_id, dependency_id, type, cascade_delete, description, created_at)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING ${linkColumns}`,
    [
      dependent.id,
      dependency.id,
      input.type,
      input.cascadeDelete ? 1 : 0,
      input.description,
      context.now(),
    ],
  );
  if (!added) throw new Error('The database returned no row for a new dependency.');
  const link = toLink(added);
  yield* record(context, [addedEvent(link, dependent, dependency)]);
  return { added: toDependency(link, dependent, dependency) };
}

export function* removeDependency(
  context: Context,
  domainName: string,
  id: number,
  dependencyId: number,
): Step<'removed' | 'missing'> {
  const dependent = yield* getNode(domainName, id);
  if (!dependent || !isId(dependencyId)) return 'missing';
  const removed = yield* row<LinkRow>(
    `DELETE FROM dependencies WHERE id = ? AND dependent_id = ? RETURNING ${linkColumns}`,
    [dependencyId, id],
  );
  if (!removed) return 'missing';
  const dependency = (yield* nodesByIds(context, [removed.dependency_id])).get(
    removed.dependency_id,
  );
  if (dependency) yield* record(context, [removedEvent(toLink(removed), dependent, dependency)]);
  return 'removed';
}
