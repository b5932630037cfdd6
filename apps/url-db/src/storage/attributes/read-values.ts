import type { AttributeType } from '../../attributes/types.ts';
import type { Context } from '../context.ts';
import { getNodes } from '../nodes/read-nodes.ts';
import { rows, type Step } from '../step.ts';
import type { AttributeValue, NodeKey } from '../store.ts';

interface ValueRow {
  readonly node_id: number;
  readonly name: string;
  readonly type: AttributeType;
  readonly value: string;
  readonly order_index: number | null;
}

export function* getAttributes(
  context: Context,
  key: NodeKey,
): Step<readonly AttributeValue[] | undefined> {
  const [found] = yield* getAttributesOf(context, [key]);
  return found;
}

export function* getAttributesOf(
  context: Context,
  keys: readonly NodeKey[],
): Step<readonly (readonly AttributeValue[] | undefined)[]> {
  const nodes = yield* getNodes(context, keys);
  const ids = nodes.flatMap((node) => (node ? [node.id] : []));
  const values = yield* valuesOf(context, ids);
  return nodes.map((node) => node && (values.get(node.id) ?? []));
}

/** By name, then by their order, then as they were set. */
export function* valuesOf(
  { dialect }: Context,
  ids: readonly number[],
): Step<ReadonlyMap<number, readonly AttributeValue[]>> {
  const values = new Map<number, AttributeValue[]>();
  if (ids.length === 0) return values;
  const found = yield* rows<ValueRow>(
    `SELECT v.node_id, a.name, a.type, v.value, v.order_index
     FROM attribute_values v JOIN attribute_definitions a ON a.id = v.definition_id
     WHERE ${dialect.among('v.node_id', 'number')}
     ORDER BY v.node_id, a.name, v.order_index, v.id`,
    [dialect.list(ids)],
  );
  for (const { node_id, name, type, value, order_index } of found) {
    const known = values.get(node_id);
    const entry = { name, type, value, orderIndex: order_index };
    if (known) known.push(entry);
    else values.set(node_id, [entry]);
  }
  return values;
}
