import { nodeSqlite } from '@jeonbo/store/engines';
import { startScript } from '@jeonbo/store/testing';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../testing/random.ts';
import { testEngines, useUrlStores } from '../testing/store-fixture.ts';
import type { WriteJob } from '../testing/write-job.ts';
import type { NodeOutcome, UrlStore } from './store.ts';

const script = new URL('../testing/write-child.ts', import.meta.url);

/** What SQLite itself finds wrong with the file, its indexes and its references. */
function faultsOf(url: string): readonly unknown[] {
  if (!url.startsWith('file:')) return [];
  const { DatabaseSync } = nodeSqlite();
  const connection = new DatabaseSync(url.slice('file:'.length));
  const integrity = connection.prepare('PRAGMA integrity_check').all();
  const references = connection.prepare('PRAGMA foreign_key_check').all();
  connection.close();
  return [...integrity.filter(({ integrity_check }) => integrity_check !== 'ok'), ...references];
}

/** Every node by its id, and what is kept about them agrees. */
async function inspect(store: UrlStore): Promise<ReadonlyMap<number, string>> {
  const urls = new Map<number, string>();
  for await (const { node } of store.readAll()) urls.set(node.id, node.url);
  expect(new Set(urls.values()).size).toBe(urls.size);
  const domains = await store.listDomains();
  expect(domains.reduce((sum, { nodeCount }) => sum + nodeCount, 0)).toBe(urls.size);
  const found = await store.listNodes({ search: 'example', size: 1, exact: true });
  expect(found.totalCount).toBe(urls.size);
  const created = new Set<number>();
  for (let after = 0; ; ) {
    const events = await store.readEvents(after, 1000);
    for (const { nodeId } of events) created.add(nodeId);
    const last = events.at(-1);
    if (!last) break;
    after = last.id;
  }
  expect([...created].sort((a, b) => a - b)).toEqual([...urls.keys()]);
  return urls;
}

describe.each(testEngines)('on %s', (_engine, start) => {
  const stores = useUrlStores(start);

  it('32 writers at once keep keys and nodes one to one', async () => {
    const { store, again } = await stores.create();
    const names = ['one', 'two', 'three'];
    for (const name of names) await store.createDomain({ name, description: null });
    const other = await again();
    const outcomes: NodeOutcome[] = [];
    await Promise.all(
      Array.from({ length: 32 }, async (_, writer) => {
        const random = createRandom(writer);
        const own = writer % 2 === 0 ? store : other;
        const row = () => {
          const page = random.int(150);
          return {
            // So that no URL stands in two domains.
            domainName: names[page % names.length] ?? '',
            url: `https://example.com/${page}`,
            title: 'x',
            description: null,
          };
        };
        for (let time = 0; time < 15; time += 1)
          outcomes.push(
            ...(random.int(3) === 0
              ? await own.createNodes([row(), row(), row(), row()])
              : [await own.createNode(row())]),
          );
      }),
    );
    const added = outcomes.flatMap((outcome) =>
      outcome !== 'no_domain' && 'node' in outcome ? [outcome.node] : [],
    );
    const urls = await inspect(store);
    expect(new Map(added.map(({ id, url }) => [id, url]))).toEqual(urls);
    expect(added).toHaveLength(urls.size);
    for (const outcome of outcomes) {
      if (outcome === 'no_domain') throw new Error('The domain was there.');
      const node = 'node' in outcome ? outcome.node : outcome.duplicate;
      expect(urls.get(node.id)).toBe(node.url);
    }
  });

  it('writers of one node each see the whole of what the other did', async () => {
    const { store, again } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    const url = 'https://example.com/';
    await store.createNode({ domainName: 'one', url, title: 'x', description: null });
    const both = [store, await again()];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        both[index % 2]?.setAttributes(
          'one',
          1,
          [
            { name: 'a', value: `${index}` },
            { name: 'b', value: `${index}` },
          ],
          { create: true },
        ),
      ),
    );
    const values = await store.getAttributes('one', 1);
    expect(values).toHaveLength(2);
    expect(values?.[0]?.value).toBe(values?.[1]?.value);
    expect(await store.listAttributeDefinitions('one')).toHaveLength(2);
  });

  it('a node that is deleted while it is changed is gone with all that is its own', async () => {
    const { store, again } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    const other = await again();
    for (let id = 1; id <= 15; id += 1) {
      const url = `https://example.com/${id}`;
      await store.createNode({ domainName: 'one', url, title: 'x', description: null });
      await Promise.all([
        store.setAttributes('one', id, [{ name: 'a', value: 'x' }], { create: true }),
        other.deleteNode('one', id),
        store.updateNode('one', id, { title: 'y' }),
      ]);
      expect(await store.getNode('one', id)).toBeUndefined();
    }
    expect(await store.getDomain('one')).toMatchObject({ nodeCount: 0 });
    expect(await store.deleteAttributeDefinition('one', 1, { force: false })).not.toBe('in_use');
  });

  it('three processes on one database lose nothing', async () => {
    const { store, url } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    const children = await Promise.all(
      ['a', 'b', 'c'].map((name, index) => {
        const job: WriteJob = {
          url,
          domainName: 'one',
          name,
          batch: index === 0 ? 50 : 1,
          times: 60,
        };
        return startScript(script, job);
      }),
    );
    const acknowledged = await Promise.all(
      children.map(async (child) => {
        const told: [number, string][] = [];
        for (let line = await child.go(); line !== 'done'; line = await child.next())
          told.push(...(line as [number, string][]));
        return told;
      }),
    );
    const urls = await inspect(store);
    expect(urls.size).toBe(60 * 50 + 2 * 60);
    expect(new Map(acknowledged.flat())).toEqual(urls);
  });

  it.each([
    ['one by one', 1],
    ['fifty at a time', 50],
  ])('kill -9 while it writes %s loses nothing acknowledged', async (_how, batch) => {
    const { store, url, again } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    await store.close();
    const acknowledged = new Map<number, string>();
    for (let round = 0; round < 3; round += 1) {
      const job: WriteJob = { url, domainName: 'one', name: `r${round}`, batch };
      const child = await startScript(script, job);
      for (let line = 0; line < 20 + round; line += 1) {
        const told = (await (line === 0 ? child.go() : child.next())) as [number, string][];
        for (const [id, given] of told) acknowledged.set(id, given);
      }
      await child.kill();
      const opened = await again();
      expect(faultsOf(url)).toEqual([]);
      const urls = await inspect(opened);
      for (const [id, given] of acknowledged) expect(urls.get(id)).toBe(given);
      const after = await opened.createNode({
        domainName: 'one',
        url: `https://example.com/after/${round}`,
        title: 'x',
        description: null,
      });
      expect(after).toHaveProperty('node');
      if (after !== 'no_domain' && 'node' in after) {
        expect(acknowledged.has(after.node.id)).toBe(false);
        acknowledged.set(after.node.id, after.node.url);
      }
      await opened.close();
    }
  });
});

const [, startPostgres] = testEngines[1] ?? [];
describe('on PostgreSQL', () => {
  if (!startPostgres) throw new Error('no PostgreSQL');
  const stores = useUrlStores(startPostgres);

  it('cut connections lose nothing acknowledged, and the store goes on', async () => {
    const { store, url } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    const acknowledged = new Map<number, string>();
    const refused: unknown[] = [];
    let cutting = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let time = 0; cutting || time < 10; time += 1) {
        const given = `https://example.com/${writer}/${time}`;
        try {
          const outcome = await store.createNode({
            domainName: 'one',
            url: given,
            title: 'x',
            description: null,
          });
          if (outcome !== 'no_domain' && 'node' in outcome)
            acknowledged.set(outcome.node.id, outcome.node.url);
        } catch (error) {
          refused.push(error);
        }
      }
    });
    const client = new Client({ connectionString: url });
    await client.connect();
    for (let cut = 0; cut < 25; cut += 1)
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND datname = current_database()`,
      );
    cutting = false;
    await Promise.all(writers);
    await client.end();
    for (const error of refused)
      expect(error).toMatchObject({ name: 'JeonboError', field: 'DATABASE_URL' });
    const urls = await inspect(store);
    for (const [id, given] of acknowledged) expect(urls.get(id)).toBe(given);
    expect(acknowledged.size).toBeGreaterThan(50);
  });
});
