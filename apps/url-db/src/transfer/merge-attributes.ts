import { normalizeTag } from '../attributes/normalize.ts';
import type { AttributeType } from '../attributes/types.ts';
import type { AttributeInput, AttributeValue } from '../storage/store.ts';
import type { AttributeEntry } from './entry.ts';
import { folderAttribute } from './folder-path.ts';

/**
 * What is to be set so that a node has what it had and what the rows of its URL bring. Tags and folders come together; of
 * all else the first one stays.
 *
 * @returns the attributes that change, whole
 */
export function mergeAttributes(
  kept: readonly AttributeValue[],
  brought: readonly (readonly AttributeEntry[])[],
): readonly AttributeInput[] {
  const merged = new Map<string, readonly Typed[]>();
  for (const one of kept) merged.set(one.name, [...(merged.get(one.name) ?? []), one]);
  const changed = new Set<string>();
  for (const attributes of brought)
    for (const [name, entries] of Map.groupBy(attributes, (entry) => entry.name)) {
      const before = merged.get(name);
      const after = before ? together(name, before, entries) : entries;
      if (after === before) continue;
      merged.set(name, after);
      changed.add(name);
    }
  return [...changed].flatMap((name) =>
    (merged.get(name) ?? []).map(({ value, orderIndex }) => ({ name, value, orderIndex })),
  );
}

type Typed = AttributeInput & { readonly type?: AttributeType | undefined };

function together(
  name: string,
  before: readonly Typed[],
  entries: readonly AttributeEntry[],
): readonly Typed[] {
  const [first] = before;
  if (
    name === folderAttribute.name &&
    first &&
    (first.type ?? folderAttribute.type) === folderAttribute.type
  ) {
    const paths = first.value.split('\n');
    const more = entries.map(({ value }) => value).flatMap((value) => value.split('\n'));
    const added = [...new Set(more)].filter((path) => !paths.includes(path));
    return added.length === 0 ? before : [{ name, value: [...paths, ...added].join('\n') }];
  }
  if (first?.type !== 'tag') return before;
  const known = new Set(before.map(({ value }) => normalizeTag(value)));
  const added = entries.filter(({ value }) => !known.has(normalizeTag(value)));
  return added.length === 0 ? before : [...before, ...added];
}
