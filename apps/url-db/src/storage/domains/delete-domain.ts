import type { Context } from '../context.ts';
import { dependencyLock } from '../dependencies/links.ts';
import { withDependents } from '../nodes/delete-node.ts';
import { removeNodes } from '../nodes/remove-nodes.ts';
import { rows, type Step } from '../step.ts';
import { findDomain } from './read-domains.ts';

const pageSize = 500;

/** With `force`, its nodes go first, some at a time, and with them what is to be deleted with them in other domains. */
export function* deleteDomain(
  context: Context,
  name: string,
  { force }: { readonly force: boolean },
): Step<'deleted' | 'missing' | 'not_empty'> {
  const { dialect } = context;
  yield* dialect.lock(dependencyLock);
  const domain = yield* findDomain(name, dialect.forUpdate);
  if (!domain) return 'missing';
  if (domain.node_count > 0 && !force) return 'not_empty';
  for (;;) {
    const page = yield* rows<{ id: number }>(
      'SELECT id FROM nodes WHERE domain_id = ? ORDER BY id LIMIT ?',
      [domain.id, pageSize],
    );
    if (page.length === 0) break;
    const { doomed, links } = yield* withDependents(
      context,
      page.map(({ id }) => id),
    );
    yield* removeNodes(context, [...doomed], links);
  }
  yield* rows('DELETE FROM attribute_definitions WHERE domain_id = ?', [domain.id]);
  yield* rows('DELETE FROM domains WHERE id = ?', [domain.id]);
  return 'deleted';
}
