import { normalForm, urlKey } from '../../urls/normal-form.ts';
import type { Context } from '../context.ts';
import type { NodeInsert } from '../dialect.ts';
import { type DomainRow, domainColumns } from '../domains/domain-row.ts';
import { factsOf, type NewEvent, record } from '../events/record.ts';
import { rows, type Step } from '../step.ts';
import type { NewNode, NodeOutcome, UrlNode } from '../store.ts';
import { type NodeRow, nodeColumns, toNode } from './node-row.ts';

interface Prepared {
  readonly domain: DomainRow;
  readonly insert: NodeInsert;
  readonly key: string;
}

export function* createNodes(
  context: Context,
  inputs: readonly NewNode[],
): Step<readonly NodeOutcome[]> {
  const { outcomes, events } = yield* addNodes(context, inputs);
  yield* record(context, events);
  return outcomes;
}

/** The same for a transaction that goes on, and records the events at its end. Nobody deletes a node of these domains meanwhile. */
export function* addNodes(
  context: Context,
  inputs: readonly NewNode[],
): Step<{ readonly outcomes: readonly NodeOutcome[]; readonly events: readonly NewEvent[] }> {
  const domains = yield* domainsOf(context, inputs);
  const prepared = inputs.map((input) => {
    const domain = domains.get(input.domainName);
    return domain && prepare(input, domain, context.now());
  });
  const wanted = prepared.filter((one) => one !== undefined);
  const ids = yield* context.dialect.insertNodes(wanted.map(({ insert }) => insert));
  const added = new Map<Prepared, UrlNode>();
  for (const [index, one] of wanted.entries()) {
    const id = ids[index];
    if (id !== undefined) added.set(one, toUrlNode(id, one));
  }
  const holders = yield* holdersOf(
    context,
    wanted.filter((one) => !added.has(one)),
  );
  const outcomes = prepared.map((one): NodeOutcome => {
    if (!one) return 'no_domain';
    const node = added.get(one);
    if (node) return { node };
    const duplicate = holders.get(one.key);
    if (!duplicate) throw new Error('A URL is held by no node, and cannot be added.');
    return { duplicate };
  });
  yield* countAdded(added);
  const events = [...added.values()].map(
    (node): NewEvent => ({
      type: 'node.created',
      domainName: node.domainName,
      nodeId: node.id,
      data: factsOf(node),
    }),
  );
  return { outcomes, events };
}

/** In the order of their ids, so that two of us never wait for each other. */
function* domainsOf(
  { dialect }: Context,
  inputs: readonly NewNode[],
): Step<ReadonlyMap<string, DomainRow>> {
  const names = [...new Set(inputs.map(({ domainName }) => domainName))];
  const found = yield* rows<DomainRow>(
    `SELECT ${domainColumns} FROM domains WHERE ${dialect.among('name', 'text')} ORDER BY id${dialect.forUpdate}`,
    [dialect.list(names)],
  );
  return new Map(found.map((domain) => [domain.name, domain]));
}

function prepare(input: NewNode, domain: DomainRow, now: number): Prepared {
  const urlNorm = normalForm(input.url, { stripTracking: domain.strip_tracking === 1 });
  const key = urlKey(urlNorm);
  const createdAt = input.createdAt ?? now;
  const { url, title, description, grams } = input;
  return {
    domain,
    key: keyText(domain.name, key),
    insert: {
      domainId: domain.id,
      url,
      urlNorm,
      urlKey: key,
      title,
      description,
      createdAt,
      updatedAt: input.updatedAt ?? createdAt,
      grams,
    },
  };
}

function toUrlNode(id: number, { domain, insert }: Prepared): UrlNode {
  const { url, title, description, createdAt, updatedAt } = insert;
  return { id, domainName: domain.name, url, title, description, createdAt, updatedAt };
}

function keyText(domainName: string, key: Uint8Array): string {
  return `${domainName}:${hex(key)}`;
}

function hex(key: Uint8Array): string {
  return Buffer.from(key).toString('hex');
}

/** The nodes that hold these URLs, also those of this same transaction. */
function* holdersOf(
  { dialect }: Context,
  refused: readonly Prepared[],
): Step<ReadonlyMap<string, UrlNode>> {
  const holders = new Map<string, UrlNode>();
  const keys = new Map(refused.map((one) => [one.key, one]));
  if (keys.size === 0) return holders;
  const found = yield* rows<NodeRow & { readonly url_key: Uint8Array }>(
    `SELECT ${nodeColumns}, n.url_key FROM nodes n JOIN domains d ON d.id = n.domain_id
     WHERE ${dialect.among('n.url_key', 'bytes')}`,
    [dialect.list([...keys.values()].map(({ insert }) => hex(insert.urlKey)))],
  );
  for (const node of found) holders.set(keyText(node.domain_name, node.url_key), toNode(node));
  return holders;
}

function* countAdded(added: ReadonlyMap<Prepared, UrlNode>): Step<void> {
  const counts = new Map<number, number>();
  for (const { domain } of added.keys()) counts.set(domain.id, (counts.get(domain.id) ?? 0) + 1);
  for (const [id, count] of [...counts].sort(([a], [b]) => a - b))
    yield* rows('UPDATE domains SET node_count = node_count + ? WHERE id = ?', [count, id]);
}
