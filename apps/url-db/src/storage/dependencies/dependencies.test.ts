import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import type { DependencyType } from '../dependency-types.ts';

describe.each(testEngines)('dependencies on %s', (_engine, start) => {
  const stores = useUrlStores(start);
  /** Nodes 1 to 6: the odd ones in `one`, the even ones in `two`. */
  const create = async () => {
    const made = await stores.create();
    const { store } = made;
    for (const name of ['one', 'two']) await store.createDomain({ name, description: null });
    const key = (id: number) => ({ domainName: id % 2 === 1 ? 'one' : 'two', id });
    for (let id = 1; id <= 6; id += 1)
      await store.createNode({
        ...key(id),
        url: `https://example.com/${id}`,
        title: `${id}`,
        description: null,
      });
    const add = (dependent: number, dependency: number, type: DependencyType, cascade = false) =>
      store.addDependency({
        dependent: key(dependent),
        dependency: key(dependency),
        type,
        cascadeDelete: cascade,
        description: null,
      });
    const remaining = async () => {
      const ids = [1, 2, 3, 4, 5, 6];
      const nodes = await store.getNodes(ids.map(key));
      return nodes.flatMap((node) => (node ? [node.id] : []));
    };
    const remove = (id: number) => store.deleteNode(key(id).domainName, id);
    return { ...made, add, remaining, remove };
  };

  it('are added, and listed from both ends', async () => {
    const { store, clock, add } = await create();
    const outcome = await add(1, 2, 'hard');
    const expected = {
      id: 1,
      dependent: await store.getNode('one', 1),
      dependency: await store.getNode('two', 2),
      type: 'hard',
      cascadeDelete: false,
      description: null,
      createdAt: clock.at,
    };
    expect(outcome).toEqual({ added: expected });
    await add(1, 3, 'soft', true);
    expect(await store.listDependencies('one', 1)).toMatchObject([expected, { id: 2 }]);
    expect(await store.listDependents('two', 2)).toEqual([expected]);
    expect(await store.listDependents('one', 1)).toEqual([]);
    expect(await store.listDependents('two', 1)).toBeUndefined();
    expect(await add(1, 2, 'reference')).toEqual({ duplicate: expected });
  });

  it('need two nodes that are there, and make no circle', async () => {
    const { add } = await create();
    expect(await add(7, 1, 'soft')).toBe('no_dependent');
    expect(await add(1, 8, 'soft')).toBe('no_dependency');
    expect(await add(1, 1, 'soft')).toBe('self');
    await add(1, 2, 'soft');
    await add(2, 3, 'reference');
    await add(3, 4, 'hard');
    expect(await add(4, 1, 'soft')).toBe('cycle');
    expect(await add(2, 1, 'soft')).toBe('cycle');
    expect(await add(1, 4, 'soft')).toHaveProperty('added');
  });

  it('make no circle when both ends are tied in the same moment', async () => {
    const { store, add, again } = await create();
    const other = await again();
    const tie = (from: typeof store, a: number, b: number) =>
      from.addDependency({
        dependent: { domainName: a % 2 ? 'one' : 'two', id: a },
        dependency: { domainName: b % 2 ? 'one' : 'two', id: b },
        type: 'soft',
        cascadeDelete: false,
        description: null,
      });
    const outcomes = await Promise.all([tie(store, 1, 2), tie(other, 2, 1)]);
    expect(outcomes.filter((outcome) => outcome === 'cycle')).toHaveLength(1);
    expect(await add(1, 3, 'soft')).toHaveProperty('added');
  });

  it('make no circle of many when all are tied in the same moment', async () => {
    const { store, again } = await create();
    const both = [store, await again()];
    for (let round = 0; round < 5; round += 1) {
      const ring = [1, 2, 3, 4, 5, 6];
      const outcomes = await Promise.all(
        ring.map((id, index) => {
          const needed = ring[(index + 1) % ring.length] ?? 0;
          return both[index % 2]?.addDependency({
            dependent: { domainName: id % 2 ? 'one' : 'two', id },
            dependency: { domainName: needed % 2 ? 'one' : 'two', id: needed },
            type: 'hard',
            cascadeDelete: false,
            description: null,
          });
        }),
      );
      expect(outcomes.filter((outcome) => outcome === 'cycle')).toHaveLength(1);
      const all = await store.readDependencies({ after: 0, limit: 10 });
      expect(all).toHaveLength(5);
      for (const { id, dependent } of all)
        await store.removeDependency(dependent.domainName, dependent.id, id);
    }
  });

  it('are removed', async () => {
    const { store, add } = await create();
    await add(1, 2, 'hard');
    expect(await store.removeDependency('two', 2, 1)).toBe('missing');
    expect(await store.removeDependency('one', 1, 1)).toBe('removed');
    expect(await store.removeDependency('one', 1, 1)).toBe('missing');
    expect(await store.listDependencies('one', 1)).toEqual([]);
  });

  it('that are hard keep a node from being deleted; others let go', async () => {
    const { store, add, remove, remaining } = await create();
    await add(1, 2, 'hard');
    await add(3, 2, 'soft');
    await add(5, 2, 'reference');
    expect(await remove(2)).toMatchObject({ hardDependents: [{ id: 1 }] });
    expect(await store.listDependents('two', 2)).toHaveLength(3);
    await store.removeDependency('one', 1, 1);
    expect(await remove(2)).toBe('deleted');
    expect(await remaining()).toEqual([1, 3, 4, 5, 6]);
    expect(await store.listDependencies('one', 3)).toEqual([]);
  });

  it('that cascade take their dependents along, to the end of the chain', async () => {
    const { store, add, remove, remaining } = await create();
    await add(1, 2, 'hard', true);
    await add(3, 1, 'reference', true);
    await add(3, 2, 'soft');
    await add(5, 3, 'soft');
    expect(await remove(2)).toBe('deleted');
    expect(await remaining()).toEqual([4, 5, 6]);
    const counts = (await store.listDomains()).map(({ nodeCount }) => nodeCount);
    expect(counts).toEqual([1, 2]);
  });

  it('that are hard keep a whole chain from being deleted', async () => {
    const { add, remove, remaining } = await create();
    await add(1, 2, 'soft', true);
    await add(3, 1, 'hard');
    expect(await remove(2)).toMatchObject({ hardDependents: [{ id: 3 }] });
    expect(await remaining()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('give way to a domain that is deleted by force, and cascade out of it', async () => {
    const { store, add, remaining } = await create();
    await add(1, 2, 'hard');
    await add(3, 4, 'soft', true);
    expect(await store.deleteDomain('two', { force: true })).toBe('deleted');
    expect(await remaining()).toEqual([1, 5]);
    expect(await store.listDependencies('one', 1)).toEqual([]);
  });
});
