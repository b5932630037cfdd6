import { JeonboError } from '@jeonbo/core';
import { nodeSqlite } from '@jeonbo/store/engines';
import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import type { NewNode } from '../store.ts';

const rows = (count: number): NewNode[] =>
  Array.from({ length: count }, (_, index) => ({
    domainName: 'one',
    url: `https://example.com/${index}`,
    title: `기술 ${index}`,
    description: null,
  }));

describe.each(testEngines.filter(([engine]) => engine === 'sqlite'))(
  'many nodes on %s',
  (_, start) => {
    const stores = useUrlStores(start);
    const create = async () => {
      const made = await stores.create();
      await made.store.createDomain({ name: 'one', description: null });
      return made;
    };

    it('come to the same in their own thread as a few here', async () => {
      const { store, clock } = await create();
      const [first] = await store.createNodes(rows(1));
      clock.at += 60_000;
      const nowhere: NewNode = { ...(rows(1)[0] as NewNode), domainName: 'nowhere' };
      const outcomes = await store.createNodes([...rows(500), nowhere]);
      expect(outcomes[0]).toEqual({ duplicate: (first as { node: unknown }).node });
      expect(outcomes[500]).toBe('no_domain');
      expect(outcomes[499]).toMatchObject({
        node: { title: '기술 499', createdAt: clock.at },
      });
      expect(await store.listNodes({ search: '기술', size: 1 })).toMatchObject({ totalCount: 500 });
      expect((await store.readEvents(0, 1000)).at(-1)).toMatchObject({
        type: 'node.created',
        data: { title: '기술 499' },
        at: clock.at,
      });
    });

    it('are saved before a store closes that was asked to', async () => {
      const { store, again } = await create();
      const saving = [store.createNodes(rows(400)), store.createNodes(rows(600))];
      await store.close();
      const [, second = []] = await Promise.all(saving);
      expect(
        second.filter((outcome) => typeof outcome === 'object' && 'node' in outcome),
      ).toHaveLength(200);
      expect(await (await again()).getDomain('one')).toMatchObject({ nodeCount: 600 });
    });

    it('fail in the same words', async () => {
      const { store, url } = await create();
      const database = new (nodeSqlite().DatabaseSync)(url.slice('file:'.length));
      database.exec('ALTER TABLE events RENAME TO away');
      const failure = await store.createNodes(rows(200)).catch((error: unknown) => error);
      expect(JeonboError.is(failure)).toBe(true);
      const here = await store.createNodes(rows(1)).catch((error: unknown) => error);
      expect(JSON.stringify(failure)).toBe(JSON.stringify(here));
      database.exec('ALTER TABLE away RENAME TO events');
      database.close();
      await store.createNodes(rows(200));
      expect(await store.getDomain('one')).toMatchObject({ nodeCount: 200 });
    });
  },
);
