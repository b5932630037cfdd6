import type { CompleteResult } from '@modelcontextprotocol/server';
import { formatNodeKey, isDomainName } from '../keys/composite-key.ts';
import type { OperationContext } from '../operations/define-operation.ts';

/** What the protocol allows. */
const most = 100;

type Completion = CompleteResult['completion'];

/** Names of domains that begin so. */
export async function completeDomain(
  start: string,
  context: OperationContext,
): Promise<Completion> {
  const domains = await context.store.listDomains();
  return completionOf(
    domains.map(({ name }) => name),
    start.toLowerCase(),
  );
}

/** Keys of nodes: first the domain, then the newest nodes of that domain. */
export async function completeKey(start: string, context: OperationContext): Promise<Completion> {
  const { toolName, store } = context;
  const [tool = '', domainName, id] = start.split(':');
  if (domainName !== undefined && tool !== toolName) return completionOf([], start);
  if (id === undefined) {
    const domains = await store.listDomains();
    return completionOf(
      domains.map(({ name }) => `${toolName}:${name}:`),
      start,
    );
  }
  if (!isDomainName(domainName ?? '')) return completionOf([], start);
  const { items } = await store.listNodes({ domainName, size: most });
  return completionOf(
    items.map((node) => formatNodeKey(toolName, node.domainName, node.id)),
    start,
  );
}

function completionOf(values: readonly string[], start: string): Completion {
  const right = values.filter((value) => value.startsWith(start));
  return { values: right.slice(0, most), total: right.length, hasMore: right.length > most };
}
