import type { Context } from '../context.ts';
import { type NewEvent, record } from '../events/record.ts';
import type { Step } from '../step.ts';
import type { AttributeValue, NodeKey, UrlNode } from '../store.ts';
import { valuesOf } from './read-values.ts';

export function* tellOfAttributes(
  context: Context,
  { id, domainName }: UrlNode,
  changed: readonly string[],
): Step<void> {
  if (changed.length === 0) return;
  const values = (yield* valuesOf(context, [id])).get(id) ?? [];
  yield* record(context, attributesChanged({ id, domainName }, changed, values));
}

export function attributesChanged(
  { id, domainName }: NodeKey,
  changed: readonly string[],
  values: readonly AttributeValue[],
): readonly NewEvent[] {
  if (changed.length === 0) return [];
  const attributes = values
    .filter(({ name }) => changed.includes(name))
    // An image may have 10 MB, and an event is sent to others.
    .map((value) =>
      value.type === 'image' && /^data:/i.test(value.value) ? { ...value, value: '' } : value,
    );
  return [{ type: 'attribute.changed', domainName, nodeId: id, data: { changed, attributes } }];
}
