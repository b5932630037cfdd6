import { nodeSqlite } from '@jeonbo/store/engines';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import { storeEventTypes } from '../event-types.ts';
import type { UrlStore } from '../store.ts';

/** From now on the database takes no event. */
async function refuseEvents(url: string): Promise<void> {
  if (url.startsWith('file:')) {
    const { DatabaseSync } = nodeSqlite();
    const connection = new DatabaseSync(url.slice('file:'.length));
    connection.exec(
      "CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    connection.close();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
     CREATE TRIGGER refuse BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse()`,
  );
  await client.end();
}

/** All rows of all tables. That a number was given and taken back is no change. */
async function everything(store: UrlStore): Promise<unknown[]> {
  const chunks: unknown[] = [];
  for await (const chunk of store.dump()) if ('rows' in chunk) chunks.push(chunk);
  return chunks;
}

const node = (page: string) => ({
  domainName: 'one',
  url: `https://example.com/${page}`,
  title: page,
  description: null,
});
const one = { domainName: 'one', id: 1 };
const tie = { dependency: one, type: 'soft', cascadeDelete: false, description: null } as const;

const changes: Readonly<Record<string, (store: UrlStore) => Promise<unknown>>> = {
  createNode: (store) => store.createNode(node('new')),
  createNodes: (store) => store.createNodes([node('new'), node('newer')]),
  importNodes: (store) =>
    store.importNodes(
      [{ ...node('new'), attributes: [{ name: 'more', value: 'x' }] }],
      (_kept, brought) => brought.flat(),
    ),
  updateNode: (store) => store.updateNode('one', 1, { title: 'new' }),
  deleteNode: (store) => store.deleteNode('one', 3),
  'deleteDomain by force': (store) => store.deleteDomain('one', { force: true }),
  setAttributes: (store) =>
    store.setAttributes('one', 1, [{ name: 'more', value: 'x' }], { create: true }),
  deleteAttribute: (store) => store.deleteAttribute('one', 1, 'size'),
  'deleteAttributeDefinition by force': (store) =>
    store.deleteAttributeDefinition('one', 1, { force: true }),
  addDependency: (store) =>
    store.addDependency({ ...tie, dependent: { domainName: 'one', id: 3 } }),
  removeDependency: (store) => store.removeDependency('one', 2, 1),
};

describe.each(testEngines)(
  'on %s a change is kept with its event or not at all',
  (_engine, start) => {
    const stores = useUrlStores(start);

    it.each(Object.keys(changes))('%s', async (name) => {
      const { store, url } = await stores.create();
      await store.createDomain({ name: 'one', description: null });
      await store.createNodes(['1', '2', '3'].map(node));
      await store.setAttributes('one', 1, [{ name: 'size', value: '1' }], { create: true });
      await store.addDependency({ ...tie, dependent: { domainName: 'one', id: 2 } });
      await store.createSubscription({
        endpoint: 'https://example.com/hook',
        eventTypes: storeEventTypes,
        filter: {},
        secret: 'secret',
      });
      const before = await everything(store);
      const events = await store.lastEventId();
      await refuseEvents(url);
      await expect(changes[name]?.(store)).rejects.toThrow('refused');
      expect(await everything(store)).toEqual(before);
      expect(await store.lastEventId()).toBe(events);
    });
  },
);
