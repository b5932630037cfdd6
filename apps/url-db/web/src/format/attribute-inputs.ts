import type { Attribute, AttributeInput, AttributeType } from '../api/types.ts';

/** All values of one name. */
export interface AttributeGroup {
  readonly name: string;
  readonly type: AttributeType;
  readonly values: readonly Attribute[];
}

/** The server answers by name, ordered tags in their order. */
export function groupsOf(attributes: readonly Attribute[]): readonly AttributeGroup[] {
  const groups = new Map<string, { name: string; type: AttributeType; values: Attribute[] }>();
  for (const attribute of attributes) {
    const { name, type } = attribute;
    const group = groups.get(name) ?? { name, type, values: [] };
    group.values.push(attribute);
    groups.set(name, group);
  }
  return [...groups.values()];
}

export const isTags = (type: AttributeType): boolean => type === 'tag' || type === 'ordered_tag';

/**
 * What to send for values in their order. Ordered tags keep the numbers they had, by place; more of them count on.
 *
 * @param before the order_index of each value that was there
 */
export function inputsOf(
  name: string,
  type: AttributeType,
  values: readonly string[],
  before: readonly number[] = [],
): AttributeInput[] {
  if (type !== 'ordered_tag') return values.map((value) => ({ name, value }));
  const indexes = [...before].sort((a, b) => a - b);
  let last = indexes.at(-1) ?? -1;
  return values.map((value, place) => {
    const known = indexes[place];
    if (known === undefined) last += 1;
    return { name, value, order_index: known ?? last };
  });
}

/** The same values again, to bring back what was deleted. */
export const sameAgain = ({ values }: AttributeGroup): AttributeInput[] =>
  values.map(({ name, value, order_index }) => ({
    name,
    value,
    ...(order_index !== undefined && { order_index }),
  }));

/** Several tags at once, as one pastes them. */
export const splitTags = (text: string): string[] =>
  text
    .split(/[,;|\n\r]/u)
    .map((tag) => tag.trim().toLowerCase().normalize('NFC'))
    .filter((tag) => tag !== '');
