import { JeonboError } from '@jeonbo/core';
import { isAttributeName } from '../../attributes/attribute-name.ts';
import { type CheckedValue, checkValues, type GivenValue } from '../../attributes/check-values.ts';
import { inferType } from '../../attributes/infer-type.ts';
import type { AttributeIssue } from '../../attributes/issues.ts';
import { matchKey } from '../../attributes/match-key.ts';
import type { Context } from '../context.ts';
import { lockNode } from '../nodes/lock-node.ts';
import { rows, type Step } from '../step.ts';
import type { AttributeInput, AttributesOutcome } from '../store.ts';
import { type DefinitionRow, definitionColumns } from './definition-row.ts';
import { addDefinition, definitionNamed } from './definitions.ts';
import { valuesOf } from './read-values.ts';
import { tellOfAttributes } from './tell-of-attributes.ts';

export function* setAttributes(
  context: Context,
  domainName: string,
  id: number,
  inputs: readonly AttributeInput[],
  { create }: { readonly create: boolean },
): Step<AttributesOutcome> {
  const found = yield* lockNode(context, domainName, id);
  if (!found) return 'missing';
  const named = byName(inputs);
  const definitions = yield* definitionsOf(context, found.domainId, [...named.keys()]);
  const undefinedNames = [...named.keys()].filter((name) => !definitions.has(name));
  if (undefinedNames.length > 0 && !create) return { undefinedNames };

  // All is checked before anything is written.
  const { values: checked, issues } = checkAll(named, definitions);
  if (issues.length > 0) return { issues };

  for (const [name, values] of checked) {
    const definition =
      definitions.get(name) ??
      (yield* define(context, found.domainId, name, inferType(named.get(name) ?? [])));
    yield* replace(id, definition, values);
  }
  yield* tellOfAttributes(context, found.node, [...checked.keys()]);
  return { attributes: (yield* valuesOf(context, [id])).get(id) ?? [] };
}

/** Values as they are kept, of each name with which nothing is wrong, and what is wrong with the others. */
export function checkAll(
  named: ReadonlyMap<string, readonly GivenValue[]>,
  definitions: ReadonlyMap<string, DefinitionRow>,
): {
  readonly values: ReadonlyMap<string, readonly CheckedValue[]>;
  readonly issues: readonly AttributeIssue[];
} {
  const issues: AttributeIssue[] = [];
  const values = new Map<string, readonly CheckedValue[]>();
  for (const [name, given] of named) {
    const known = definitions.get(name);
    const type = known?.type ?? inferType(given);
    const isNamed = known !== undefined || isAttributeName(name);
    if (!isNamed)
      for (const { index } of given)
        issues.push({ index, name, type, problem: 'bad_name', field: 'name' });
    const result = checkValues(name, type, given);
    if ('issues' in result) issues.push(...result.issues);
    else if (isNamed) values.set(name, result.values);
  }
  return { values, issues: issues.sort((a, b) => a.index - b.index) };
}

export function byName(
  inputs: readonly AttributeInput[],
): ReadonlyMap<string, readonly GivenValue[]> {
  const named = new Map<string, GivenValue[]>();
  for (const [index, { name, value, orderIndex }] of inputs.entries()) {
    const given = named.get(name);
    if (given) given.push({ index, value, orderIndex });
    else named.set(name, [{ index, value, orderIndex }]);
  }
  return named;
}

export function* definitionsOf(
  { dialect }: Context,
  domainId: number,
  names: readonly string[],
): Step<ReadonlyMap<string, DefinitionRow>> {
  const found = yield* rows<DefinitionRow>(
    `SELECT ${definitionColumns} FROM attribute_definitions WHERE domain_id = ? AND ${dialect.among('name', 'text')}`,
    [domainId, dialect.list(names)],
  );
  return new Map(found.map((definition) => [definition.name, definition]));
}

/** What another process defined in the same moment, perhaps with another type, is found by doing the step again. */
export function* define(
  context: Context,
  domainId: number,
  name: string,
  type: DefinitionRow['type'],
): Step<DefinitionRow> {
  const added = yield* addDefinition(context, domainId, { name, type, description: null });
  const definition = added ?? (yield* definitionNamed(domainId, name));
  if (definition?.type !== type)
    throw new JeonboError('CONFLICT', `The attribute ${name} was defined by another just now.`, {
      retryable: true,
    });
  return definition;
}

function* replace(
  nodeId: number,
  { id, type }: DefinitionRow,
  values: readonly CheckedValue[],
): Step<void> {
  yield* rows('DELETE FROM attribute_values WHERE node_id = ? AND definition_id = ?', [nodeId, id]);
  for (const { value, orderIndex } of values)
    yield* rows(
      `INSERT INTO attribute_values (node_id, definition_id, value, match_key, order_index)
       VALUES (?, ?, ?, ?, ?)`,
      [nodeId, id, value, matchKey(type, value), orderIndex],
    );
}
