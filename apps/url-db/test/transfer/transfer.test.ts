import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { testEngines } from '@jeonbo/store/testing';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { contentOf } from './support/content.ts';
import { usePlace } from './support/place.ts';
import { run } from './support/run.ts';

describe.each(testEngines)('transfer on %s', (name, start) => {
  const place = usePlace(start);

  /** One of everything, and texts that are hard to write. */
  const fill = async (database: string) => {
    const store = await openStore(database);
    await store.createDomain({ name: 'tech', description: 'a <b> & "c"\n글', stripTracking: true });
    await store.createDomain({ name: 'empty', description: null });
    await store.createDomain({ name: 'other', description: '' });
    for (const [name, type] of [
      ['lang', 'tag'],
      ['order', 'ordered_tag'],
      ['score', 'number'],
      ['note', 'string'],
      ['자세히', 'markdown'],
      ['image', 'image'],
    ] as const)
      await store.createAttributeDefinition({
        domainName: 'tech',
        name,
        type,
        description: name === 'lang' ? '언어, "x"' : null,
      });
    const texts = [
      'plain',
      ' edges ',
      'a,b;"c"',
      '첫\n둘',
      'a\r\nb',
      '=1+1',
      '<A>&amp;',
      '🚲',
      '{"a":1}',
    ];
    const ids: number[] = [];
    for (const [index, title] of texts.entries()) {
      const made = await store.createNode({
        domainName: index % 3 === 2 ? 'other' : 'tech',
        url: `https://example.com/${index}?q=${encodeURIComponent(title)}&x="#f`,
        title,
        description: [null, '', title][index % 3] ?? null,
        createdAt: 1_700_000_000_000 + index * 1234,
        updatedAt: 1_700_000_000_000 + index * 4321,
      });
      if (typeof made === 'string' || !('node' in made)) throw new Error('not made');
      ids.push(made.node.id);
    }
    const [first = 0, second = 0, third = 0, fourth = 0] = ids;
    await store.setAttributes(
      'tech',
      first,
      [
        { name: 'lang', value: '한글' },
        { name: 'lang', value: 'c++' },
        { name: 'order', value: 'z', orderIndex: 0 },
        { name: 'order', value: 'a', orderIndex: 7 },
        { name: 'score', value: '4.50' },
        { name: 'note', value: ' =HYPERLINK("x") ' },
        { name: '자세히', value: '# 제목\n\n- 하나, "둘"\r\n' },
        { name: 'image', value: 'data:image/png;base64,iVBORw0KGgo=' },
      ],
      { create: false },
    );
    await store.setAttributes('other', third, [{ name: 'folder', value: '가/나\\/다' }], {
      create: true,
    });
    await store.addDependency({
      dependent: { domainName: 'tech', id: first },
      dependency: { domainName: 'other', id: third },
      type: 'hard',
      cascadeDelete: true,
      description: '왜',
    });
    await store.addDependency({
      dependent: { domainName: 'tech', id: second },
      dependency: { domainName: 'tech', id: fourth },
      type: 'reference',
      cascadeDelete: false,
      description: null,
    });
    await store.close();
  };

  test('JSON lines bring back everything', async () => {
    const first = await place.createDatabase();
    await fill(first);
    const out = join(place.folder, 'all.jsonl');
    expect(await run(['export', out], { database: first })).toMatchObject({ code: 0, stdout: '' });
    const second = await place.createDatabase();
    const imported = await run(['import', out], { database: second });
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('Added 9, there already 0, dependencies added 2, skipped 0.');
    expect(await contentOf(second)).toEqual(await contentOf(first));

    const again = await run(['import', out], { database: second });
    expect(again.stdout).toContain('Added 0, there already 9, dependencies added 0, skipped 0.');
    expect(await contentOf(second)).toEqual(await contentOf(first));
  });

  test.each(['csv', 'html'])('%s brings back all but dependencies', async (ending) => {
    const first = await place.createDatabase();
    await fill(first);
    const out = join(place.folder, `all.${ending}`);
    expect(await run(['export', out], { database: first })).toMatchObject({ code: 0 });
    const second = await place.createDatabase();
    expect(await run(['import', out], { database: second })).toMatchObject({ code: 0, stderr: '' });
    const [before, after] = [await contentOf(first), await contentOf(second)];
    expect(after.nodes).toEqual(before.nodes);
    // A table has no place for what no node says.
    if (ending === 'html') expect(after.domains).toEqual(before.domains);
    if (ending === 'html') expect(after.definitions).toEqual(before.definitions);
  });

  test('one domain alone, to the pipe, into another domain', async () => {
    const database = await place.createDatabase();
    await fill(database);
    const { stdout, stderr } = await run(['export', '--domain', 'other', '--format=netscape'], {
      database,
    });
    expect(stderr).toBe('Exported 3 nodes.\n');
    const file = await place.write('html', stdout);
    expect(await run(['import', file, '--domain', 'copy'], { database })).toMatchObject({
      code: 0,
    });
    const store = await openStore(database);
    expect(await store.getDomain('copy')).toMatchObject({ nodeCount: 3, description: '' });
    await store.close();
  });

  test('migrate keeps every id, into the same engine and the other one', async () => {
    const from = await place.createDatabase();
    await fill(from);
    const store = await openStore(from);
    const gone = await store.createNode({
      domainName: 'tech',
      url: 'https://example.com/gone',
      title: 'x',
      description: null,
    });
    if (typeof gone === 'string' || !('node' in gone)) throw new Error('not made');
    await store.deleteNode('tech', gone.node.id);
    for (const [, startOther] of testEngines) {
      const other = await startOther();
      const target = await other.createDatabase();
      const moved = await run(['migrate', '--to', target], { database: from });
      expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining('every id kept') });
      expect(await contentOf(target)).toEqual(await contentOf(from));
      const there = await openStore(target);
      const ids = async (one: typeof there) => {
        const found: string[] = [];
        for await (const { node } of one.readAll()) found.push(`${node.id} ${node.url}`);
        return found;
      };
      expect(await ids(there)).toEqual(await ids(store));
      expect(await there.readEvents(0, 100)).toEqual(await store.readEvents(0, 100));
      const next = await there.createNode({
        domainName: 'tech',
        url: 'https://example.com/next',
        title: 'x',
        description: null,
      });
      expect(next).toMatchObject({ node: { id: gone.node.id + 1 } });
      await there.close();
      const again = await run(['migrate', '--to', target], { database: from });
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') });
      await other.stop();
    }
    await store.close();
  });

  test('a backup while others write is whole, and never over another file', async () => {
    const database = await place.createDatabase();
    await fill(database);
    const file = join(place.folder, 'backup.sqlite');
    const store = await openStore(database);
    let writing = true;
    const writer = (async () => {
      for (let index = 0; writing; index += 1) {
        const url = `https://example.com/w/${index}`;
        await store.createNode({ domainName: 'tech', url, title: 'w', description: null });
        await turn();
      }
    })();
    const done = await run(['backup', file], { database });
    writing = false;
    await writer;
    await store.close();
    if (name === 'postgres') {
      expect(done).toMatchObject({ code: 1, stderr: expect.stringContaining('pg_dump') });
      return;
    }
    expect(done).toMatchObject({ code: 0 });
    const copy = await contentOf(`file:${file}`);
    const all = await contentOf(database);
    expect(copy.nodes.size).toBeGreaterThanOrEqual(9);
    for (const [key, node] of copy.nodes) expect(all.nodes.get(key)).toEqual(node);
    expect(copy.domains.find(({ name }) => name === 'tech')?.nodeCount).toBe(
      [...copy.nodes.keys()].filter((key) => key.startsWith('tech ')).length,
    );
    const before = await readFile(file);
    expect(await run(['backup', file], { database })).toMatchObject({ code: 1 });
    expect(await readFile(file)).toEqual(before);
  });

  test('an export that fails leaves the file of before and none of its own', async () => {
    const database = await place.createDatabase();
    await fill(database);
    const own = await mkdtemp(join(place.folder, 'out-'));
    const file = join(own, 'all.jsonl');
    await writeFile(file, 'of before');
    const stopped = await run(['export', file], { database, signal: AbortSignal.abort() });
    expect(stopped.code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('of before');
    expect(await readdir(own)).toEqual(['all.jsonl']);
  });

  test.each([
    [['import'], 'Say which file'],
    [['import', 'a', 'b'], '"b" is one word too many'],
    [['import', 'a', '--domian', 'x'], 'Did you mean --domain?'],
    [['import', 'a', '--domain'], '--domain needs a value'],
    [['import', 'a', '--domain', 'A_b'], 'no name of a domain'],
    [['export', '--format', 'html'], 'There are: netscape, csv, jsonl'],
    [['backup'], 'url-db backup FILE'],
    [['migrate'], 'url-db migrate --to'],
  ])('%j is refused in words', async (argv, words) => {
    const refused = await run(argv, { database: 'file:never.sqlite' });
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(words) });
  });

  test('a file or a domain that is not there', async () => {
    const database = await place.createDatabase();
    expect(await run(['import', 'none.csv'], { database })).toMatchObject({
      code: 1,
      stderr: 'There is no file none.csv.\n',
    });
    expect(await run(['export', '--domain', 'none'], { database })).toMatchObject({
      code: 1,
      stderr: 'There is no domain none.\n',
    });
  });
});
