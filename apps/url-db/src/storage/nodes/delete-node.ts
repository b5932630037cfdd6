import { type Context, isId } from '../context.ts';
import { dependencyLock, type Link, linksAround } from '../dependencies/links.ts';
import { row, type Step } from '../step.ts';
import type { UrlNode } from '../store.ts';
import { nodesByIds } from './read-nodes.ts';
import { removeNodes } from './remove-nodes.ts';

export function* deleteNode(
  context: Context,
  domainName: string,
  id: number,
): Step<'deleted' | 'missing' | { readonly hardDependents: readonly UrlNode[] }> {
  yield* context.dialect.lock(dependencyLock);
  if (!isId(id)) return 'missing';
  const found = yield* row(
    'SELECT n.id FROM nodes n JOIN domains d ON d.id = n.domain_id WHERE n.id = ? AND d.name = ?',
    [id, domainName],
  );
  if (!found) return 'missing';
  const { doomed, links } = yield* withDependents(context, [id]);
  const refusing = links.filter(
    ({ dependentId, dependencyId, type }) =>
      type === 'hard' && doomed.has(dependencyId) && !doomed.has(dependentId),
  );
  if (refusing.length > 0) {
    const nodes = yield* nodesByIds(
      context,
      refusing.map(({ dependentId }) => dependentId),
    );
    return { hardDependents: [...nodes.values()] };
  }
  yield* removeNodes(context, [...doomed], links);
  return 'deleted';
}

/** These and all that is deleted with them, and every dependency of any of them. */
export function* withDependents(
  context: Context,
  ids: readonly number[],
): Step<{ readonly doomed: ReadonlySet<number>; readonly links: readonly Link[] }> {
  const doomed = new Set(ids);
  const links = new Map<number, Link>();
  for (let next = ids; next.length > 0; ) {
    const around = yield* linksAround(context, next);
    const reached = new Set<number>();
    for (const link of around) {
      links.set(link.id, link);
      if (!link.cascadeDelete || !doomed.has(link.dependencyId)) continue;
      if (!doomed.has(link.dependentId)) reached.add(link.dependentId);
    }
    for (const id of reached) doomed.add(id);
    next = [...reached];
  }
  return { doomed, links: [...links.values()] };
}
