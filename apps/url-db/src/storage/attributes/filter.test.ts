import { describe, expect, it } from 'vitest';
import { normalizeTag } from '../../attributes/normalize.ts';
import { createRandom } from '../../testing/random.ts';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import {
  type AttributeFilter,
  type AttributeInput,
  filterOperators,
  type UrlStore,
} from '../store.ts';

const texts = [
  'a',
  'ab',
  'abc',
  'b',
  'JavaScript',
  '기술',
  '기술 블로그',
  '%',
  '_',
  "it's",
  `${'x'.repeat(63)}🙂y`,
];
const ranks: Readonly<Record<string, number>> = {
  '-3': 0,
  '0.5': 1,
  '1': 2,
  '1.0': 2,
  '2': 3,
  '4.50': 4,
  '10': 5,
  '9007199254740992': 6,
  '9007199254740993': 7,
};
const numbers = Object.keys(ranks);

/** What a filter means, in the plainest words. */
function matches(
  type: string,
  value: string,
  { operator, value: given = '' }: AttributeFilter,
): boolean {
  const wanted = type === 'tag' ? normalizeTag(given) : given;
  if (operator === 'exists') return true;
  if (operator === 'contains') return value.includes(wanted);
  if (operator === 'starts_with') return value.startsWith(wanted);
  if (operator === 'ends_with') return value.endsWith(wanted);
  const order = type === 'number' ? compareNumbers(value, given) : compareBytes(value, wanted);
  if (order === undefined) return false;
  return operator === 'equals' ? order === 0 : operator === 'gt' ? order > 0 : order < 0;
}

function compareNumbers(a: string, b: string): number | undefined {
  const [first, second] = [ranks[a], ranks[b]];
  return first === undefined || second === undefined ? undefined : first - second;
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

describe.each(testEngines)('a filter on %s', (_engine, start) => {
  const stores = useUrlStores(start);

  const fill = async (store: UrlStore, count: number) => {
    const random = createRandom(5);
    await store.createDomain({ name: 'one', description: null });
    await store.createDomain({ name: 'two', description: null });
    for (const [name, type] of [
      ['tags', 'tag'],
      ['text', 'string'],
      ['size', 'number'],
    ] as const)
      await store.createAttributeDefinition({ domainName: 'one', name, type, description: null });
    const known = new Map<number, readonly AttributeInput[]>();
    for (let index = 0; index < count; index += 1) {
      const outcome = await store.createNode({
        domainName: 'one',
        url: `https://example.com/${index}`,
        title: 'x',
        description: null,
      });
      if (outcome === 'no_domain' || !('node' in outcome)) throw new Error('It was not added.');
      const inputs: AttributeInput[] = [
        ...(random.int(3) > 0 ? [{ name: 'text', value: random.pick(texts) }] : []),
        ...(random.int(3) > 0 ? [{ name: 'size', value: random.pick(numbers) }] : []),
        ...Array.from({ length: random.int(3) }, () => ({
          name: 'tags',
          value: random.pick(texts).slice(0, 50),
        })),
      ];
      const set = await store.setAttributes('one', outcome.node.id, inputs, { create: false });
      if (set === 'missing' || !('attributes' in set)) throw new Error('It was not set.');
      known.set(outcome.node.id, set.attributes);
    }
    return { random, known };
  };

  it('finds what a naive scan finds, whatever is asked together', async () => {
    const { store } = await stores.create();
    const { random, known } = await fill(store, 80);
    const types = { tags: 'tag', text: 'string', size: 'number' } as const;
    const names = ['tags', 'text', 'size'] as const;
    let hits = 0;
    for (let count = 0; count < 250; count += 1) {
      const filters = Array.from({ length: 1 + random.int(3) }, (): AttributeFilter => {
        const name = random.pick(names);
        const value = random.pick(name === 'size' ? [...numbers, 'many'] : texts);
        return { name, operator: random.pick(filterOperators), value };
      });
      const expected = [...known]
        .filter(([, values]) =>
          filters.every((filter) =>
            values.some(
              ({ name, value }) =>
                name === filter.name && matches(types[filter.name as 'text'], value, filter),
            ),
          ),
        )
        .map(([id]) => id)
        .reverse();
      const page = await store.filterNodes({ domainName: 'one', filters, size: 100 });
      const got = page.items.map(({ id }) => id);
      expect([filters, page.totalCount, got]).toEqual([filters, expected.length, expected]);
      hits += got.length;
    }
    expect(hits).toBeGreaterThan(1000);
  });

  it('goes on by page and by cursor', async () => {
    const { store } = await stores.create();
    const { known } = await fill(store, 30);
    const filters = [{ name: 'size', operator: 'exists' }] as const;
    const expected = [...known]
      .filter(([, values]) => values.some(({ name }) => name === 'size'))
      .map(([id]) => id)
      .reverse();
    const first = await store.filterNodes({ domainName: 'one', filters, size: 4 });
    expect(first.totalCount).toBe(expected.length);
    const next = { domainName: 'one', filters, size: 4 };
    const byCursor = await store.filterNodes({ ...next, cursor: first.nextCursor ?? '' });
    const byPage = await store.filterNodes({ ...next, page: 2 });
    expect(byPage.items).toEqual(byCursor.items);
    expect(byPage.items.map(({ id }) => id)).toEqual(expected.slice(4, 8));
    const other = { ...next, filters: [{ name: 'text', operator: 'exists' } as const] };
    await expect(
      store.filterNodes({ ...other, cursor: first.nextCursor ?? '' }),
    ).rejects.toMatchObject({ field: 'cursor' });
  });

  it('of nothing is all, of an unknown name nothing, and each domain has its own names', async () => {
    const { store } = await stores.create();
    await fill(store, 5);
    const ask = (domainName: string, name?: string) =>
      store.filterNodes({
        domainName,
        filters: name ? [{ name, operator: 'exists' }] : [],
        size: 10,
      });
    expect(await ask('one')).toMatchObject({ totalCount: 5 });
    expect(await ask('one', 'nothing')).toMatchObject({ totalCount: 0, items: [] });
    expect(await ask('two', 'text')).toMatchObject({ totalCount: 0 });
    expect(await ask('nobody', 'text')).toMatchObject({ totalCount: 0 });
  });
});
