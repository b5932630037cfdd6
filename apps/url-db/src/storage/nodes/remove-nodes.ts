import type { Context } from '../context.ts';
import { removedEvent } from '../dependencies/dependency-event.ts';
import type { Link } from '../dependencies/links.ts';
import { factsOf, type NewEvent, record } from '../events/record.ts';
import { rows, type Step } from '../step.ts';
import { nodesByIds } from './read-nodes.ts';

/** Deletes nodes with all that is theirs, and tells of each, and of each dependency of a node that stays. */
export function* removeNodes(
  context: Context,
  ids: readonly number[],
  links: readonly Link[],
): Step<void> {
  const { dialect } = context;
  const list = dialect.list(ids);
  // In the order of their ids, as who adds nodes takes them.
  yield* rows(
    `SELECT id FROM domains WHERE id IN (SELECT domain_id FROM nodes WHERE ${dialect.among('id', 'number')})
     ORDER BY id${dialect.forUpdate}`,
    [list],
  );
  const doomed = new Set(ids);
  const nodes = yield* nodesByIds(context, [
    ...new Set([...ids, ...links.flatMap((link) => [link.dependentId, link.dependencyId])]),
  ]);
  yield* rows(
    `DELETE FROM dependencies WHERE ${dialect.among('dependent_id', 'number')} OR ${dialect.among('dependency_id', 'number')}`,
    [list, list],
  );
  yield* rows(`DELETE FROM attribute_values WHERE ${dialect.among('node_id', 'number')}`, [list]);
  yield* rows(
    `UPDATE domains SET node_count = node_count - (
       SELECT COUNT(*) FROM nodes WHERE domain_id = domains.id AND ${dialect.among('id', 'number')}
     ) WHERE id IN (SELECT domain_id FROM nodes WHERE ${dialect.among('id', 'number')})`,
    [list, list],
  );
  yield* dialect.deleteNodes(ids);

  const events: NewEvent[] = [];
  for (const link of links) {
    const dependent = nodes.get(link.dependentId);
    const dependency = nodes.get(link.dependencyId);
    if (dependent && dependency && !doomed.has(dependent.id))
      events.push(removedEvent(link, dependent, dependency));
  }
  for (const id of ids) {
    const node = nodes.get(id);
    if (!node) continue;
    const { domainName } = node;
    events.push({ type: 'node.deleted', domainName, nodeId: id, data: factsOf(node) });
  }
  yield* record(context, events);
}
