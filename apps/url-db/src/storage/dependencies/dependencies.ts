import { type Context, isId } from '../context.ts';
import type { Dependency, DependencyStore } from '../dependency-types.ts';
import { record } from '../events/record.ts';
import { getNode, nodesByIds } from '../nodes/read-nodes.ts';
import { row, rows, type Step } from '../step.ts';
import { addedEvent, removedEvent } from './dependency-event.ts';
import { dependencyLock, type Link, type LinkRow, linkColumns, toLink } from './links.ts';
import { needs } from './needs.ts';

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
  if (known) return { duplicate: { ...factsOf(toLink(known)), dependent, dependency } };
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
  return { added: { ...factsOf(link), dependent, dependency } };
}

/** By the side on which the node stands. */
export function* listLinks(
  context: Context,
  side: 'dependent_id' | 'dependency_id',
  domainName: string,
  id: number,
): Step<readonly Dependency[] | undefined> {
  if (!(yield* getNode(domainName, id))) return undefined;
  const found = yield* rows<LinkRow>(
    `SELECT ${linkColumns} FROM dependencies WHERE ${side} = ? ORDER BY id`,
    [id],
  );
  const nodes = yield* nodesByIds(
    context,
    found.flatMap((link) => [link.dependent_id, link.dependency_id]),
  );
  return found.flatMap((link) => {
    const dependent = nodes.get(link.dependent_id);
    const dependency = nodes.get(link.dependency_id);
    return dependent && dependency ? [{ ...factsOf(toLink(link)), dependent, dependency }] : [];
  });
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

function factsOf({ id, type, cascadeDelete, description, createdAt }: Link) {
  return { id, type, cascadeDelete, description, createdAt };
}
