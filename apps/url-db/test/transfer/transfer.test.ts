import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { generateBookmarks } from '../../src/testing/browser-bookmarks.ts';
import { contentOf } from './support/content.ts';
import { run } from './support/run.ts';

describe.each(testEngines)('transfer on %s', (name, start) => {
  let engine: Awaited<ReturnType<typeof start>>;
  let folder: string;
  let files = 0;
  beforeAll(async () => {
    engine = await start();
    folder = await mkdtemp(join(tmpdir(), 'url-db-transfer-'));
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true });
  });
  const write = async (ending: string, text: string | Uint8Array) => {
    files += 1;
    const file = join(folder, `${files}.${ending}`);
    await writeFile(file, text);
    return file;
  };

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
    const first = await engine.createDatabase();
    await fill(first);
    const out = join(folder, 'all.jsonl');
    expect(await run(['export', out], { database: first })).toMatchObject({ code: 0, stdout: '' });
    const second = await engine.createDatabase();
    const imported = await run(['import', out], { database: second });
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('Added 9, there already 0, dependencies added 2, skipped 0.');
    expect(await contentOf(second)).toEqual(await contentOf(first));

    const again = await run(['import', out], { database: second });
    expect(again.stdout).toContain('Added 0, there already 9, dependencies added 0, skipped 0.');
    expect(await contentOf(second)).toEqual(await contentOf(first));
  });

  test.each(['csv', 'html'])('%s brings back all but dependencies', async (ending) => {
    const first = await engine.createDatabase();
    await fill(first);
    const out = join(folder, `all.${ending}`);
    expect(await run(['export', out], { database: first })).toMatchObject({ code: 0 });
    const second = await engine.createDatabase();
    expect(await run(['import', out], { database: second })).toMatchObject({ code: 0, stderr: '' });
    const [before, after] = [await contentOf(first), await contentOf(second)];
    expect(after.nodes).toEqual(before.nodes);
    // A table has no place for what no node says.
    if (ending === 'html') expect(after.domains).toEqual(before.domains);
    if (ending === 'html') expect(after.definitions).toEqual(before.definitions);
  });

  test('one domain alone, to the pipe, into another domain', async () => {
    const database = await engine.createDatabase();
    await fill(database);
    const { stdout, stderr } = await run(['export', '--domain', 'other', '--format=netscape'], {
      database,
    });
    expect(stderr).toBe('Exported 3 nodes.\n');
    const file = await write('html', stdout);
    expect(await run(['import', file, '--domain', 'copy'], { database })).toMatchObject({
      code: 0,
    });
    const store = await openStore(database);
    expect(await store.getDomain('copy')).toMatchObject({ nodeCount: 3, description: '' });
    await store.close();
  });

  test('every broken row of JSON lines is told with its line, and the rest is taken', async () => {
    const database = await engine.createDatabase();
    const good = (path: string, more = '') =>
      `{"domain_name":"tech","url":"https://example.com/${path}"${more}}`;
    const file = await write(
      'jsonl',
      [
        good('1'),
        '{"domain_name":"tech",',
        '[1]',
        good('4', ',"titel":"x"'),
        '{"domain_name":"tech","url":"javascript:alert(1)"}',
        '{"domain_name":"-","url":"https://example.com/6"}',
        '{"url":"https://example.com/7"}',
        '',
        good('9', `,"title":"${'x'.repeat(256)}"`),
        good('10', ',"created_at":"soon"'),
        good('11', ',"attributes":[{"name":"score","type":"number","value":"many"}]'),
        good('12', ',"attributes":[{"name":"score","value":"5"},{"name":"lang","value":"KO"}]'),
        '{"kind":"dependency","type":"soft","dependent":{"domain_name":"tech","url":"https://example.com/1"},"dependency":{"domain_name":"tech","url":"https://example.com/none"}}',
        good('1', ',"title":"other"'),
        good('15'),
      ].join('\n'),
    );
    const { code, stdout, stderr } = await run(['import', file], { database });
    expect(code).toBe(3);
    expect(stdout).toContain('Added 4, there already 1, dependencies added 0, skipped 10.');
    const told = stderr
      .trim()
      .split('\n')
      .map((line) => line.slice(file.length + 1));
    expect(told.map((line) => Number.parseInt(line, 10)).sort((a, b) => a - b)).toEqual([
      2, 3, 4, 5, 6, 7, 9, 10, 11, 13, 14,
    ]);
    expect(told).toContainEqual(expect.stringMatching(/^4: titel: /));
    expect(told).toContainEqual(expect.stringMatching(/^9: title: .*255/));
    expect(told).toContainEqual(expect.stringMatching(/^11: attribute score: /));
    expect(told).toContainEqual(expect.stringMatching(/^14: .*another title.*: 1 - example.com$/));
    const store = await openStore(database);
    const { items } = await store.listNodes({ domainName: 'tech', size: 10 });
    expect(items.map(({ url }) => url)).toEqual(
      ['15', '12', '11', '1'].map((path) => `https://example.com/${path}`),
    );
    expect(await store.getAttributes('tech', items[1]?.id ?? 0)).toMatchObject([
      { name: 'lang', type: 'tag', value: 'ko' },
      { name: 'score', type: 'number', value: '5' },
    ]);
    await store.close();
  });

  test('a table of somebody else: its own columns become attributes, broken rows are told', async () => {
    const database = await engine.createDatabase();
    const file = await write(
      'csv',
      '\u{feff}Title,URL,tags,저자\r\n' +
        '"글, 하나",https://example.com/1,"dev; 읽을것",김\r\n' +
        'too few,https://example.com/2\r\n' +
        ',https://example.com/3,,\r\n' +
        '\r\n' +
        'bad,not a url,,\r\n' +
        '"two\nlines",https://example.com/7,,\r\n' +
        'a "quote" inside,https://example.com/9,,\r\n' +
        'last,https://example.com/10,,이\r\n',
    );
    const { code, stdout, stderr } = await run(['import', file, '--domain', 'books'], { database });
    const told = stderr
      .trim()
      .split('\n')
      .map((line) => line.slice(file.length))
      .sort();
    expect(told).toEqual([
      ':3: 2 cells in a table of 4 columns',
      expect.stringMatching(/^:6: url: /),
      ':9: not CSV: INVALID_OPENING_QUOTE',
    ]);
    expect(code).toBe(3);
    expect(stdout).toContain('Added 4, there already 0, dependencies added 0, skipped 3.');
    const { nodes } = await contentOf(database);
    expect([...nodes.values()]).toMatchObject([
      {
        title: '글, 하나',
        attributes: [
          expect.stringContaining('dev'),
          expect.stringContaining('읽을것'),
          expect.stringContaining('김'),
        ],
      },
      { title: 'last' },
      { title: '3 - example.com' },
      { title: 'two\nlines' },
    ]);
  });

  test('a table without url, and what is not UTF-8, are refused in words', async () => {
    const database = await engine.createDatabase();
    const noUrl = await write('csv', 'title,link\na,https://example.com/1\n');
    expect(await run(['import', noUrl, '--domain', 'a'], { database })).toMatchObject({
      code: 3,
      stderr: `${noUrl}:1: the table has no column url\n`,
    });
    // CP949 for 한글
    const korean = await write(
      'csv',
      Buffer.concat([
        Buffer.from('url,title\nhttps://example.com/,'),
        Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]),
      ]),
    );
    const refused = await run(['import', korean, '--domain', 'a'], { database });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is not UTF-8') });
  });

  test('an import killed in the middle goes on, and nothing is there twice or in part', async () => {
    const { text, bookmarks } = generateBookmarks(4000, 7);
    const file = await write('html', text);
    const whole = await engine.createDatabase();
    await run(['import', file], { database: whole });

    const database = await engine.createDatabase();
    const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));
    const child = spawn(process.execPath, [bin, 'import', file, `DATABASE_URL=${database}`], {
      stdio: 'ignore',
    });
    const exit = once(child, 'exit');
    const watching = await openStore(database);
    const isUnderWay = async () => ((await watching.getDomain('bookmarks'))?.nodeCount ?? 0) >= 500;
    while (child.exitCode === null && !(await isUnderWay()));
    child.kill('SIGKILL');
    await exit;
    const { nodeCount = 0 } = (await watching.getDomain('bookmarks')) ?? {};
    await watching.close();
    expect(nodeCount).toBeGreaterThanOrEqual(500);
    expect(nodeCount).toBeLessThan(bookmarks.size);

    expect(await run(['import', file], { database })).toMatchObject({ code: 0 });
    expect(await contentOf(database)).toEqual(await contentOf(whole));
  }, 120_000);

  test('a node that an interrupted batch left without its attributes gets them, and keeps what it has', async () => {
    const { text, bookmarks } = generateBookmarks(300, 5);
    const file = await write('html', text);
    const whole = await engine.createDatabase();
    await run(['import', file], { database: whole });

    const database = await engine.createDatabase();
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
    const database = await engine.createDatabase();
    const file = await write('html', generateBookmarks(1200, 3).text);
    const stop = AbortSignal.abort();
    const stopped = await run(['import', file], { database, signal: stop });
    expect(stopped).toMatchObject({ code: 1, stderr: expect.stringContaining('goes on') });
    expect(await run(['import', file], { database })).toMatchObject({ code: 0 });
  });

  test('migrate keeps every id, into the same engine and the other one', async () => {
    const from = await engine.createDatabase();
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
    const database = await engine.createDatabase();
    await fill(database);
    const file = join(folder, 'backup.sqlite');
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
    const database = await engine.createDatabase();
    await fill(database);
    const own = await mkdtemp(join(folder, 'out-'));
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
    const database = await engine.createDatabase();
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
