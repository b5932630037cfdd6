import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { type GeneratedBookmark, generateBookmarks } from '../../src/testing/browser-bookmarks.ts';
import { contentOf } from './support/content.ts';
import { run } from './support/run.ts';

// PostgreSQL is asked over a socket at each statement, so it gets fewer.
const counts = { sqlite: 50_000, postgres: 3_000 };

describe.each(testEngines)('bookmarks of a browser on %s', (name, start) => {
  const count = counts[name];
  let engine: Awaited<ReturnType<typeof start>>;
  let folder: string;
  beforeAll(async () => {
    engine = await start();
    folder = await mkdtemp(join(tmpdir(), 'url-db-bookmarks-'));
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true });
  });

  test(`${count} of them in folders go in with a bar, out, in again: equal`, async () => {
    const { text, bookmarks, otherLines } = generateBookmarks(count, 1, { others: 20 });
    const file = join(folder, 'bookmarks.html');
    await writeFile(file, text);
    const first = await engine.createDatabase();
    const imported = await run(['import', file], { database: first, terminal: true });
    expect(imported).toMatchObject({ code: 3 });
    expect(imported.stdout).toBe(
      `Added ${bookmarks.size}, there already ${count - bookmarks.size}, dependencies added 0, skipped 20.\n`,
    );
    const told = [...imported.stderr.matchAll(/bookmarks\.html:(\d+): url: \S/g)];
    expect(told.map(([, line]) => Number(line))).toEqual(otherLines);
    expect(imported.stderr).toMatch(/█+.*100%/);

    const store = await openStore(first);
    const found = new Map<string, object>();
    for await (const { node, attributes } of store.readAll('bookmarks')) {
      const values = (wanted: string) =>
        attributes.filter(({ name }) => name === wanted).map(({ value }) => value);
      found.set(node.url, {
        url: node.url,
        title: node.title,
        description: node.description,
        added: node.createdAt / 1000,
        modified: node.updatedAt / 1000,
        tags: new Set(values('tags')),
        folders: new Set(values('folder').flatMap((value) => value.split('\n'))),
      });
    }
    await store.close();
    expect(found).toEqual(asFound(bookmarks));

    const out = join(folder, 'out.html');
    expect(await run(['export', out], { database: first })).toMatchObject({ code: 0 });
    const second = await engine.createDatabase();
    const again = await run(['import', out], { database: second });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    const content = await contentOf(first);
    expect(await contentOf(second)).toEqual(content);

    const more = await run(['import', file], { database: second });
    expect(more.stdout).toContain(`Added 0, there already ${count},`);
    expect(await contentOf(second)).toEqual(content);
    expect(await readFile(out, 'utf8')).toMatch(/^<!DOCTYPE NETSCAPE-Bookmark-file-1>/);
  }, 600_000);
});

/** Bookmarks of no folder have no attribute for it. */
function asFound(bookmarks: ReadonlyMap<string, GeneratedBookmark>) {
  return new Map(
    [...bookmarks].map(([url, one]) => [
      url,
      { ...one, folders: new Set([...one.folders].filter((path) => path !== '')) },
    ]),
  );
}
