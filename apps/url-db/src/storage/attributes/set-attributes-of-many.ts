import type { CheckedValue } from '../../attributes/check-values.ts';
import { inferType } from '../../attributes/infer-type.ts';
import { matchKey } from '../../attributes/match-key.ts';
import type { Context } from '../context.ts';
import { record } from '../events/record.ts';
import { rows, type Step, type Values } from '../step.ts';
import type { AttributesOutcome, NodeAttributesInput } from '../store.ts';
import type { DefinitionRow } from './definition-row.ts';
import { valuesOf } from './read-values.ts';
import { byName, checkAll, define, definitionsOf } from './set-attributes.ts';
import { attributesChanged } from './tell-of-attributes.ts';

/** Rows of one INSERT. Few sizes, since each is a statement of its own that is kept prepared. */
const rowsAtOnce = 64;

interface Write {
  readonly domainName: string;
  readonly id: number;
  readonly values: readonly (readonly [DefinitionRow, readonly CheckedValue[]])[];
}

/** What setAttributes does, with a number of statements that hardly grows with the nodes. */
export function* setAttributesOfMany(
  context: Context,
  nodes: readonly NodeAttributesInput[],
  { create }: { readonly create: boolean },
): Step<readonly AttributesOutcome[]> {
  const domainIds = yield* lockNodes(context, nodes);
  const definitions = yield* allDefinitions(context, nodes, domainIds);
  const refused = new Map<NodeAttributesInput, AttributesOutcome>();
  const writes: Write[] = [];
  for (const node of nodes) {
    const domainId = domainIds.get(node.id);
    const defined = definitions.get(node.domainName);
    if (domainId === undefined || !defined) continue;
    const named = byName(node.inputs);
    const undefinedNames = [...named.keys()].filter((name) => !defined.has(name));
    const checked = checkAll(named, defined);
    if (undefinedNames.length > 0 && !create) refused.set(node, { undefinedNames });
    else if ('issues' in checked) refused.set(node, checked);
    else {
      for (const name of undefinedNames) {
        const type = inferType(named.get(name) ?? []);
        defined.set(name, yield* define(context, domainId, name, type));
      }
      const values = [...checked.values].flatMap(([name, found]) => {
        const definition = defined.get(name);
        return definition ? [[definition, found] as const] : [];
      });
      writes.push({ domainName: node.domainName, id: node.id, values });
    }
  }
  yield* replaceAll(context, writes);
  const values = yield* valuesOf(
    context,
    writes.map(({ id }) => id),
  );
  yield* record(
    context,
    writes.flatMap(({ domainName, id, values: written }) =>
      attributesChanged(
        { domainName, id },
        written.map(([{ name }]) => name),
        values.get(id) ?? [],
      ),
    ),
  );
  const written = new Set(writes.map(({ id }) => id));
  return nodes.map((node) => {
    const problem = refused.get(node);
    if (problem) return problem;
    return written.has(node.id) ? { attributes: values.get(node.id) ?? [] } : 'missing';
  });
}

/** In the order of their ids, so that two of us never wait for each other. Answers the domain of each that is there. */
function* lockNodes(
  { dialect }: Context,
  nodes: readonly NodeAttributesInput[],
): Step<ReadonlyMap<number, number>> {
  const names = new Set(nodes.map(({ domainName }) => domainName));
  const domains = yield* rows<{ id: number; name: string }>(
    `SELECT id, name FROM domains WHERE ${dialect.among('name', 'text')}`,
    [dialect.list([...names])],
  );
  const idOf = new Map(domains.map(({ id, name }) => [name, id]));
  const found = yield* rows<{ id: number; domain_id: number }>(
    `SELECT id, domain_id FROM nodes WHERE ${dialect.among('id', 'number')} ORDER BY id${dialect.forUpdate}`,
    [dialect.list(nodes.map(({ id }) => id))],
  );
  const domainOf = new Map(found.map(({ id, domain_id }) => [id, domain_id]));
  return new Map(
    nodes.flatMap(({ id, domainName }) => {
      const domainId = domainOf.get(id);
      return domainId !== undefined && domainId === idOf.get(domainName) ? [[id, domainId]] : [];
    }),
  );
}

function* allDefinitions(
  context: Context,
  nodes: readonly NodeAttributesInput[],
  domainIds: ReadonlyMap<number, number>,
): Step<ReadonlyMap<string, Map<string, DefinitionRow>>> {
  const all = new Map<string, Map<string, DefinitionRow>>();
  for (const [domainName, inside] of Map.groupBy(nodes, (node) => node.domainName)) {
    const domainId = inside.map(({ id }) => domainIds.get(id)).find((id) => id !== undefined);
    if (domainId === undefined) continue;
    const names = new Set(inside.flatMap(({ inputs }) => inputs.map(({ name }) => name)));
    all.set(domainName, new Map(yield* definitionsOf(context, domainId, [...names])));
  }
  return all;
}

function* replaceAll({ dialect }: Context, writes: readonly Write[]): Step<void> {
  const nodesOf = new Map<number, number[]>();
  const inserts: Values[] = [];
  for (const { id, values } of writes)
    for (const [definition, found] of values) {
      const known = nodesOf.get(definition.id);
      if (known) known.push(id);
      else nodesOf.set(definition.id, [id]);
      for (const { value, orderIndex } of found)
        inserts.push([id, definition.id, value, matchKey(definition.type, value), orderIndex]);
    }
  for (const [definitionId, ids] of nodesOf)
    yield* rows(
      `DELETE FROM attribute_values WHERE definition_id = ? AND ${dialect.among('node_id', 'number')}`,
      [definitionId, dialect.list(ids)],
    );
  for (let from = 0; from < inserts.length; ) {
    const size = inserts.length - from >= rowsAtOnce ? rowsAtOnce : 1;
    yield* rows(
      `INSERT INTO attribute_values (node_id, definition_id, value, match_key, order_index)
       VALUES ${Array(size).fill('(?, ?, ?, ?, ?)').join(', ')}`,
      inserts.slice(from, from + size).flat(),
    );
    from += size;
  }
}
