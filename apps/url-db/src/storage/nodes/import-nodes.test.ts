import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import type { AttributeInput, ImportRow, MergeAttributes } from '../store.ts';

const row = (page: string, attributes: readonly AttributeInput[], domainName = 'one') => ({
  domainName,
  url: `https://example.com/${page}`,
  title: page,
  description: null,
  attributes,
});

/** All that was and all that came. */
const together: MergeAttributes<ImportRow> = (kept, brought) => [...kept, ...brought.flat()];

describe.each(testEngines)('an import on %s', (_engine, start) => {
  const stores = useUrlStores(start);
  const create = async () => {
    const made = await stores.create();
    for (const name of ['one', 'two']) await made.store.createDomain({ name, description: null });
    return made;
  };

  it('adds nodes with what they carry, and tells of both', async () => {
    const { store } = await create();
    const tag = { name: 'tags', value: 'A' };
    const { outcomes, issues } = await store.importNodes(
      [row('1', [tag, { name: 'size', value: '4' }]), row('2', []), row('3', [tag], 'two')],
      together,
    );
    expect(outcomes).toMatchObject([{ node: { id: 1 } }, { node: { id: 2 } }, { node: { id: 3 } }]);
    expect(issues.size).toBe(0);
    expect(await store.getAttributes('one', 1)).toMatchObject([
      { name: 'size', type: 'number', value: '4' },
      { name: 'tags', type: 'tag', value: 'a' },
    ]);
    expect(await store.getAttributes('two', 3)).toMatchObject([{ name: 'tags', value: 'a' }]);
    const told = (await store.readEvents(0, 10)).map(({ type, nodeId }) => [type, nodeId]);
    expect(told).toEqual([
      ['node.created', 1],
      ['node.created', 2],
      ['node.created', 3],
      ['attribute.changed', 1],
      ['attribute.changed', 3],
    ]);
  });

  it('sets a node once, however many rows are about it', async () => {
    const { store } = await create();
    const rows = [1, 2, 3].map((size) => row('1', [{ name: 'tags', value: `t${size}` }]));
    await store.importNodes(rows, together);
    const { outcomes } = await store.importNodes(
      [row('1', [{ name: 'tags', value: 'x' }])],
      together,
    );
    expect(outcomes).toMatchObject([{ duplicate: { id: 1 } }]);
    const values = await store.getAttributes('one', 1);
    expect(values?.map(({ value }) => value)).toEqual(['t1', 't2', 't3', 'x']);
    expect(await store.readEvents(0, 10)).toHaveLength(3);
  });

  it('leaves out a name whose values are at fault, and says which', async () => {
    const { store } = await create();
    await store.createAttributeDefinition({
      domainName: 'one',
      name: 'size',
      type: 'number',
      description: null,
    });
    const { outcomes, issues } = await store.importNodes(
      [
        row('1', [
          { name: 'size', value: 'many' },
          { name: ' bad', value: 'x' },
          { name: 'note', value: 'kept' },
        ]),
        row('2', [{ name: 'size', value: '2' }], 'nobody'),
      ],
      together,
    );
    expect(outcomes).toMatchObject([{ node: { id: 1 } }, 'no_domain']);
    expect([...issues]).toMatchObject([
      [
        1,
        [
          { name: 'size', problem: 'not_a_number' },
          { name: ' bad', problem: 'bad_name' },
        ],
      ],
    ]);
    expect(await store.getAttributes('one', 1)).toMatchObject([{ name: 'note', value: 'kept' }]);
    expect(await store.listAttributeDefinitions('one')).toHaveLength(2);
  });

  it('loses nothing that another sets of the same node in the same moment', async () => {
    const { store, again } = await create();
    const other = await again();
    const values = Array.from({ length: 24 }, (_, index) => `t${index}`);
    await store.importNodes([row('1', [{ name: 'tags', value: 't' }])], together);
    await Promise.all(
      values.map((value, index) =>
        (index % 2 ? store : other).importNodes([row('1', [{ name: 'tags', value }])], together),
      ),
    );
    const found = (await store.getAttributes('one', 1))?.map(({ value }) => value);
    expect(found?.toSorted()).toEqual(['t', ...values].toSorted());
  });

  it('takes back nothing that is set of a node while it is imported', async () => {
    const { store, again } = await create();
    const other = await again();
    await store.importNodes([row('1', [{ name: 'tags', value: 'first' }])], together);
    for (let round = 0; round < 40; round += 1) {
      const own = { name: 'tags', value: `own${round}` };
      await Promise.all([
        store.importNodes([row('1', [{ name: 'tags', value: 'more' }])], (kept, brought) => [
          ...kept.filter(({ value }) => value !== 'more'),
          ...brought.flat(),
        ]),
        other.setAttributes('one', 1, [own], { create: false }),
      ]);
      const found = (await store.getAttributes('one', 1))?.map(({ value }) => value);
      expect(found).toContain(own.value);
    }
  });

  it('keeps nothing where it fails', async () => {
    const { store } = await create();
    const fails = store.importNodes([row('1', [{ name: 'tags', value: 'x' }])], () => {
      throw new Error('ours');
    });
    await expect(fails).rejects.toThrow('ours');
    expect(await store.getDomain('one')).toMatchObject({ nodeCount: 0 });
    expect(await store.lastEventId()).toBe(0);
  });
});
