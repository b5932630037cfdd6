import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startScript } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import type { WriteJob } from '../../testing/write-job.ts';
import type { DumpChunk } from '../dump-types.ts';
import { storeEventTypes } from '../event-types.ts';
import { openStore } from '../open-store.ts';
import type { UrlStore } from '../store.ts';

/** Something of everything, with holes in the ids. */
async function fill(store: UrlStore): Promise<void> {
  for (const name of ['gone', 'one', 'two']) await store.createDomain({ name, description: name });
  await store.deleteDomain('gone', { force: true });
  await store.updateDomain('two', { stripTracking: true });
  await store.createSubscription({
    endpoint: 'https://example.com/hook',
    eventTypes: storeEventTypes,
    filter: { domainName: 'one' },
    secret: 'secret',
  });
  await store.createNodes(
    Array.from({ length: 1200 }, (_, index) => ({
      domainName: index % 3 === 0 ? 'two' : 'one',
      url: `https://example.com/${index}?utm_source=x&q=기술`,
      title: `제목 ${index} 'quoted' \\ title`,
      description: index % 2 === 0 ? null : '설명',
    })),
  );
  for (const id of [2, 1200]) await store.deleteNode('one', id);
  for (const id of [3, 5, 6])
    await store.setAttributes(
      'one',
      id,
      [
        { name: 'size', value: `${id}` },
        { name: 'tags', value: 'a' },
        { name: 'tags', value: 'b' },
        { name: 'steps', value: 'x', orderIndex: 3 },
      ],
      { create: true },
    );
  for (const dependency of [5, 6])
    await store.addDependency({
      dependent: { domainName: 'one', id: 3 },
      dependency: { domainName: 'one', id: dependency },
      type: 'hard',
      cascadeDelete: dependency === 6,
      description: 'why',
    });
  await store.removeDependency('one', 3, 2);
  while ((await store.scheduleDeliveries()).more);
}

/** Rows in short, so that a difference can be read. */
async function everything(store: UrlStore): Promise<string[]> {
  const facts: string[] = [];
  for await (const chunk of store.dump()) {
    if ('highestIds' in chunk) facts.push(JSON.stringify(chunk));
    else
      for (const row of chunk.rows)
        facts.push(
          JSON.stringify([
            chunk.table,
            Object.values(row).map((value) =>
              value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
            ),
          ]),
        );
  }
  return facts;
}

describe.each(testEngines)('a store on %s', (_engine, start) => {
  const stores = useUrlStores(start);

  describe.each(testEngines)('that is moved to %s', (_target, startTarget) => {
    const targets = useUrlStores(startTarget);

    it('is the same there, with every id, and goes on above them', async () => {
      const { store: source } = await stores.create();
      await fill(source);
      const { store: target } = await targets.create();
      await target.load(source.dump());
      const moved = await everything(target);
      expect(moved).toEqual(await everything(source));
      expect(moved.length).toBeGreaterThan(2000);

      const query = { search: '제목 기술 77', size: 5 };
      expect(await target.listNodes(query)).toEqual(await source.listNodes(query));
      expect(await target.listNodes({ size: 3, page: 380 })).toEqual(
        await source.listNodes({ size: 3, page: 380 }),
      );
      const added = async (store: UrlStore) => [
        await store.createNode({
          domainName: 'one',
          url: 'https://example.com/new',
          title: 'new',
          description: null,
        }),
        await store.createDomain({ name: 'three', description: null }),
        await store.lastEventId(),
      ];
      expect(await added(target)).toEqual(await added(source));
      expect(await target.getNode('one', 1201)).toMatchObject({ title: 'new' });
    });
  });

  it('is filled only while it is empty', async () => {
    const { store } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    await expect(store.load(store.dump())).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('keeps nothing of a dump that breaks off', async () => {
    const { store } = await stores.create();
    const broken = async function* (): AsyncGenerator<DumpChunk> {
      const at = { created_at: 1, updated_at: 1 };
      const domain = { id: 1, name: 'one', description: null, strip_tracking: 0, node_count: 0 };
      yield { table: 'domains', rows: [{ ...domain, ...at }] };
      throw new Error('cut');
    };
    await expect(store.load(broken())).rejects.toThrow('cut');
    expect(await store.listDomains()).toEqual([]);
    expect(await store.createDomain({ name: 'one', description: null })).toHaveProperty('name');
  });

  it('is read whole, as it was at one moment', async () => {
    const { store } = await stores.create();
    await fill(store);
    const read = [];
    for await (const exported of store.readAll()) {
      if (read.length === 0) {
        await store.createNode({
          domainName: 'one',
          url: 'https://example.com/late',
          title: 'late',
          description: null,
        });
        await store.updateNode('one', 5, { title: 'changed' });
      }
      read.push(exported);
    }
    expect(read).toHaveLength(1198);
    expect(read[0]).toMatchObject({ node: { id: 1 }, attributes: [] });
    const five = read.find(({ node }) => node.id === 5);
    expect(five?.node.title).toBe("제목 4 'quoted' \\ title");
    expect(five?.attributes).toMatchObject([
      { name: 'size', type: 'number', value: '5' },
      { name: 'steps', orderIndex: 3 },
      { value: 'a' },
      { value: 'b' },
    ]);
    let count = 0;
    for await (const { node } of store.readAll('two')) {
      expect(node.domainName).toBe('two');
      count += 1;
      if (count === 150) break;
    }
    expect(count).toBe(150);
  });
});

describe('a backup', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'url-db-backup-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('of SQLite is a whole copy of one moment, made while others write', async () => {
    const store = await openStore(`file:${join(folder, 'store.sqlite')}`);
    const other = await openStore(`file:${join(folder, 'store.sqlite')}`);
    await fill(store);
    const before = await everything(store);
    const copy = join(folder, 'copy.sqlite');
    const making = store.backup(copy);
    let writing = true;
    const writes = (async () => {
      for (let index = 0; writing; index += 1) {
        await other.createNode({
          domainName: 'one',
          url: `https://example.com/during/${index}`,
          title: 'x',
          description: null,
        });
        // A write waits for nothing but the disk; where that is fast, the backup would never have its turn.
        await nextTurn();
      }
    })();
    await making;
    writing = false;
    await writes;
    // Before anything opens it, which would make it private too.
    expect((await stat(copy)).mode & 0o077).toBe(0);
    const copied = await openStore(`file:${copy}`);
    const found = await everything(copied);
    // What was written before it began is in it; of what was written meanwhile, a beginning.
    expect(found.length).toBeGreaterThanOrEqual(before.length);
    expect(await copied.listNodes({ search: '제목', size: 1 })).toMatchObject({ totalCount: 1198 });
    const { nodeCount } = (await copied.getDomain('one')) ?? {};
    const nodes = await copied.listNodes({ domainName: 'one', search: 'example', size: 1 });
    expect(nodes.totalCount).toBe(nodeCount);
    await expect(store.backup(copy)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
    for (const one of [store, other, copied]) await one.close();
  });
});

describe('a backup of more than one piece', () => {
  const stores = useUrlStores(
    testEngines[0]?.[1] ?? (() => Promise.reject(new Error('no SQLite'))),
  );

  it('ends while another process writes all the time, with all that was there before', async () => {
    const { store, url } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    for (let chunk = 0; chunk < 4; chunk += 1)
      await store.createNodes(
        Array.from({ length: 1000 }, (_, index) => ({
          domainName: 'one',
          url: `https://example.com/${chunk}/${index}`,
          title: `${index}`,
          description: `${index} `.repeat(150),
        })),
      );
    const job: WriteJob = { url, domainName: 'one', name: 'w', batch: 1 };
    const child = await startScript(new URL('../../testing/write-child.ts', import.meta.url), job);
    await child.go();
    const copy = `${url.slice('file:'.length)}.copy`;
    await store.backup(copy);
    // It copies 1000 pages of 4 KB at a time, so this was more than one piece.
    expect((await stat(copy)).size).toBeGreaterThan(1500 * 4096);
    await child.kill();
    const copied = await openStore(`file:${copy}`);
    expect((await copied.getDomain('one'))?.nodeCount).toBeGreaterThan(4000);
    await copied.close();
  });
});

const [, startPostgres] = testEngines[1] ?? [];
describe('a backup of PostgreSQL', () => {
  if (!startPostgres) throw new Error('no PostgreSQL');
  const stores = useUrlStores(startPostgres);
  it('is left to its own tools, in words', async () => {
    const { store } = await stores.create();
    await expect(store.backup('/nowhere')).rejects.toMatchObject({
      code: 'NOT_SUPPORTED',
      message: expect.stringContaining('pg_dump'),
    });
  });
});
