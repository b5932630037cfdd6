import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { testEngines } from '@jeonbo/store/testing';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { generateBookmarks } from '../../src/testing/browser-bookmarks.ts';
import { contentOf } from './support/content.ts';
import { usePlace } from './support/place.ts';
import { run } from './support/run.ts';

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

describe.each(testEngines)('an interrupted import on %s', (_name, start) => {
  const place = usePlace(start);

  /** Imports in a process of its own, killed as soon as so many nodes are there. Answers how many there were in the end. */
  const killAt = async (
    count: number,
    file: string,
    { database, domainName }: { readonly database: string; readonly domainName: string },
  ): Promise<number> => {
    const words = ['import', file, '--domain', domainName, `DATABASE_URL=${database}`];
    const child = spawn(process.execPath, [bin, ...words], { stdio: 'ignore' });
    const exit = once(child, 'exit');
    const watching = await openStore(database);
    const nodeCount = async () => (await watching.getDomain(domainName))?.nodeCount ?? 0;
    while (child.exitCode === null && (await nodeCount()) < count);
    child.kill('SIGKILL');
    await exit;
    const killedAt = await nodeCount();
    await watching.close();
    return killedAt;
  };

  test('killed again and again, it never leaves a node without what its row carries', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => ({
      url: `https://example.com/${index}`,
      tags: [`t${index % 7}`, `u${index % 11}`],
      score: `${index}`,
    }));
    const lines = rows.map(({ url, tags, score }) => `${url},${tags.join(';')},${score}`);
    const file = await place.write('csv', ['url,tags,score', ...lines, ''].join('\n'));
    const database = await place.createDatabase();
    const found = async () => {
      const store = await openStore(database);
      const nodes: object[] = [];
      for await (const { node, attributes } of store.readAll()) {
        const values = (wanted: string) =>
          attributes.filter(({ name }) => name === wanted).map(({ value }) => value);
        nodes.push({ url: node.url, tags: values('tags'), score: values('score')[0] });
      }
      await store.close();
      return nodes;
    };
    for (const count of [1, 900, 1700, 2600]) {
      const killedAt = await killAt(count, file, { database, domainName: 'many' });
      expect(killedAt).toBeGreaterThanOrEqual(count);
      expect(killedAt).toBeLessThan(rows.length);
      expect(await found()).toEqual(rows.slice(0, killedAt));
    }
    expect(await run(['import', file, '--domain', 'many'], { database })).toMatchObject({
      code: 0,
    });
    expect(await found()).toEqual(rows);
  }, 120_000);

  test('an import killed in the middle goes on, and nothing is there twice or in part', async () => {
    const { text, bookmarks } = generateBookmarks(4000, 7);
    const file = await place.write('html', text);
    const whole = await place.createDatabase();
    await run(['import', file], { database: whole });

    const database = await place.createDatabase();
    const nodeCount = await killAt(500, file, { database, domainName: 'bookmarks' });
    expect(nodeCount).toBeGreaterThanOrEqual(500);
    expect(nodeCount).toBeLessThan(bookmarks.size);

    expect(await run(['import', file], { database })).toMatchObject({ code: 0 });
    expect(await contentOf(database)).toEqual(await contentOf(whole));
  }, 120_000);

  test('a node that an interrupted batch left without its attributes gets them, and keeps what it has', async () => {
    const { text, bookmarks } = generateBookmarks(300, 5);
    const file = await place.write('html', text);
    const whole = await place.createDatabase();
    await run(['import', file], { database: whole });

    const database = await place.createDatabase();
    const store = await openStore(database);
    await store.createDomain({ name: 'bookmarks', description: null });
    const outcomes = await store.createNodes(
      [...bookmarks.values()].map(({ url, title, description, added, modified }) => ({
        domainName: 'bookmarks',
        url,
        title: title.trim() === '' ? url : title,
        description,
        createdAt: added * 1000,
        updatedAt: modified * 1000,
      })),
    );
    expect(outcomes.every((outcome) => typeof outcome === 'object')).toBe(true);
    expect(await run(['import', file], { database })).toMatchObject({ code: 0, stderr: '' });
    expect(await contentOf(database)).toEqual(await contentOf(whole));

    // A tag of somebody's own stays beside those of the file.
    const [tagged] = [...bookmarks.values()].filter(({ tags }) => tags.size > 0);
    const [node] = await store.findNodes(tagged?.url ?? '');
    await store.setAttributes('bookmarks', node?.id ?? 0, [{ name: 'tags', value: 'own' }], {
      create: false,
    });
    await run(['import', file], { database });
    const values = await store.getAttributes('bookmarks', node?.id ?? 0);
    const tags = values?.filter(({ name }) => name === 'tags').map(({ value }) => value);
    expect(new Set(tags)).toEqual(new Set([...(tagged?.tags ?? []), 'own']));
    await store.close();
  });

  test('a stopped import says how to go on', async () => {
    const database = await place.createDatabase();
    const file = await place.write('html', generateBookmarks(1200, 3).text);
    const stop = AbortSignal.abort();
    const stopped = await run(['import', file], { database, signal: stop });
    expect(stopped).toMatchObject({ code: 1, stderr: expect.stringContaining('goes on') });
    expect(await run(['import', file], { database })).toMatchObject({ code: 0 });
  });
});
