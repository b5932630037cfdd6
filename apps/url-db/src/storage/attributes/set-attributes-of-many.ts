import type { CheckedValue } from '../../attributes/check-values.ts';
import { inferType } from '../../attributes/infer-type.ts';
import type { AttributeIssue } from '../../attributes/issues.ts';
import { matchKey } from '../../attributes/match-key.ts';
import type { Context } from '../context.ts';
import type { NewEvent } from '../events/record.ts';
import { insertMany } from '../insert-many.ts';
import { rows, type Step, type Values } from '../step.ts';
import type { AttributeInput } from '../store.ts';
import type { DefinitionRow } from './definition-row.ts';
import { valuesOf } from './read-values.ts';
import { byName, checkAll, define, definitionsOf } from './set-attributes.ts';
import { attributesChanged } from './tell-of-attributes.ts';

const valueColumns = ['node_id', 'definition_id', 'value', 'match_key', 'order_index'];

export interface ToSet {
  readonly domainName: string;
  readonly inputs: readonly AttributeInput[];
}

interface Write {
  readonly domainName: string;
  readonly values: readonly (readonly [DefinitionRow, readonly CheckedValue[]])[];
}

/**
 * What setAttributes does, with a number of statements that hardly grows with the nodes, in a transaction that records the
 * events at its end. What is wrong with one name leaves that name out and no other.
 *
 * @param nodes by id: each once, or the values of one that stands twice would be doubled. They are there, and locked.
 */
export function* setAttributesOfMany(
  context: Context,
  nodes: ReadonlyMap<number, ToSet>,
): Step<{
  readonly issues: ReadonlyMap<number, readonly AttributeIssue[]>;
  readonly events: readonly NewEvent[];
}> {
  const domains = yield* domainsOf(context, nodes);
  const issues = new Map<number, readonly AttributeIssue[]>();
  const writes = new Map<number, Write>();
  for (const [id, { domainName, inputs }] of nodes) {
    const domain = domains.get(domainName);
    if (!domain) continue;
    const named = byName(inputs);
    const checked = checkAll(named, domain.definitions);
    if (checked.issues.length > 0) issues.set(id, checked.issues);
    const values: [DefinitionRow, readonly CheckedValue[]][] = [];
    for (const [name, found] of checked.values) {
      const definition =
        domain.definitions.get(name) ??
        (yield* define(context, domain.id, name, inferType(named.get(name) ?? [])));
      domain.definitions.set(name, definition);
      values.push([definition, found]);
    }
    if (values.length > 0) writes.set(id, { domainName, values });
  }
  yield* replaceAll(context, writes);
  const kept = yield* valuesOf(context, [...writes.keys()]);
  const events = [...writes].flatMap(([id, { domainName, values }]) =>
    attributesChanged(
      { domainName, id },
      values.map(([{ name }]) => name),
      kept.get(id) ?? [],
    ),
  );
  return { issues, events };
}

interface DomainOfMany {
  readonly id: number;
  readonly definitions: Map<string, DefinitionRow>;
}

/** With what they define of all that is to be set. */
function* domainsOf(
  context: Context,
  nodes: ReadonlyMap<number, ToSet>,
): Step<ReadonlyMap<string, DomainOfMany>> {
  const { dialect } = context;
  const inside = Map.groupBy(nodes.values(), ({ domainName }) => domainName);
  const found = yield* rows<{ id: number; name: string }>(
    `SELECT id, name FROM domains WHERE ${dialect.among('name', 'text')}`,
    [dialect.list([...inside.keys()])],
  );
  const domains = new Map<string, DomainOfMany>();
  for (const { id, name } of found) {
    const wanted = inside.get(name)?.flatMap(({ inputs }) => inputs.map((input) => input.name));
    const definitions = yield* definitionsOf(context, id, [...new Set(wanted)]);
    domains.set(name, { id, definitions: new Map(definitions) });
  }
  return domains;
}

function* replaceAll({ dialect }: Context, writes: ReadonlyMap<number, Write>): Step<void> {
  const nodesOf = new Map<number, number[]>();
  const inserts: Values[] = [];
  for (const [id, { values }] of writes)
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
  yield* insertMany('attribute_values', valueColumns, inserts);
}
