import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import { storeEventTypes } from '../event-types.ts';
import { openStore } from '../open-store.ts';
import type { UrlStore } from '../store.ts';

/** One of each thing that has an id, and their ids. */
async function makeAll(store: UrlStore) {
  await store.createDomain({ name: 'one', description: null });
  const outcomes = await store.createNodes(
    ['1', '2'].map((page) => ({
      domainName: 'one',
      url: `https://example.com/${page}`,
      title: page,
      description: null,
    })),
  );
  const [first = 0, second = 0] = outcomes.map((outcome) =>
    typeof outcome === 'object' && 'node' in outcome ? outcome.node.id : 0,
  );
  await store.setAttributes('one', first, [{ name: 'size', value: '1' }], { create: true });
  const dependency = await store.addDependency({
    dependent: { domainName: 'one', id: first },
    dependency: { domainName: 'one', id: second },
    type: 'soft',
    cascadeDelete: false,
    description: null,
  });
  const subscription = await store.createSubscription({
    endpoint: 'https://example.com/hook',
    eventTypes: storeEventTypes,
    filter: {},
    secret: 'secret',
  });
  return {
    first,
    second,
    attribute: (await store.listAttributeDefinitions('one'))?.[0]?.id ?? 0,
    dependency: typeof dependency === 'object' && 'added' in dependency ? dependency.added.id : 0,
    subscription: subscription.id,
    event: await store.lastEventId(),
  };
}

describe.each(testEngines)('ids on %s', (_engine, start) => {
  const stores = useUrlStores(start);

  it('are never given again, also after everything was deleted and the program began anew', async () => {
    const url = await stores.createDatabase();
    const given = new Set<string>();
    let count = 0;
    for (let round = 0; round < 3; round += 1) {
      const store = await openStore(url);
      const ids = await makeAll(store);
      const { first, second, ...others } = ids;
      for (const id of [first, second]) given.add(`node ${id}`);
      for (const [what, id] of Object.entries(others)) given.add(`${what} ${id}`);
      count += Object.keys(ids).length;
      expect(given.size).toBe(count);
      await store.deleteSubscription(ids.subscription);
      await store.deleteDomain('one', { force: true });
      await store.purgeEvents(Date.now() + 1000);
      expect(await store.listNodes({ size: 1 })).toMatchObject({ totalCount: 0 });
      await store.close();
    }
  });
});
