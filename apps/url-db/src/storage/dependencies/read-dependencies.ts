import type { Context } from '../context.ts';
import type { Dependency, DependencyStore } from '../dependency-types.ts';
import { getNode, nodesByIds } from '../nodes/read-nodes.ts';
import { rows, type Step } from '../step.ts';
import type { UrlNode } from '../store.ts';
import { type Link, type LinkRow, linkColumns, toLink } from './links.ts';

/** Of all nodes, or of those of one domain, oldest first. */
export function* readDependencies(
  context: Context,
  { after, limit, domainName }: Parameters<DependencyStore['readDependencies']>[0],
): Step<readonly Dependency[]> {
  const ofDomain =
    'AND dependent_id IN (SELECT n.id FROM nodes n JOIN domains d ON d.id = n.domain_id WHERE d.name = ?)';
  const found = yield* rows<LinkRow>(
    `SELECT ${linkColumns} FROM dependencies WHERE id > ? ${domainName === undefined ? '' : ofDomain}
     ORDER BY id LIMIT ?`,
    [after, ...(domainName === undefined ? [] : [domainName]), limit],
  );
  return yield* withNodes(context, found);
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
  return yield* withNodes(context, found);
}

function* withNodes(context: Context, found: readonly LinkRow[]): Step<readonly Dependency[]> {
  const nodes = yield* nodesByIds(
    context,
    found.flatMap((link) => [link.dependent_id, link.dependency_id]),
  );
  return found.flatMap((link) => {
    const dependent = nodes.get(link.dependent_id);
    const dependency = nodes.get(link.dependency_id);
    return dependent && dependency ? [toDependency(toLink(link), dependent, dependency)] : [];
  });
}

export function toDependency(
  { id, type, cascadeDelete, description, createdAt }: Link,
  dependent: UrlNode,
  dependency: UrlNode,
): Dependency {
  return { id, type, cascadeDelete, description, createdAt, dependent, dependency };
}
