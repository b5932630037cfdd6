import { testEngines } from '@jeonbo/store/testing';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { contentOf } from './support/content.ts';
import { usePlace } from './support/place.ts';
import { run } from './support/run.ts';

describe.each(testEngines)('files with broken rows on %s', (_name, start) => {
  const place = usePlace(start);

  test('every broken row of JSON lines is told with its line, and the rest is taken', async () => {
    const database = await place.createDatabase();
    const good = (path: string, more = '') =>
      `{"domain_name":"tech","url":"https://example.com/${path}"${more}}`;
    const file = await place.write(
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
    const database = await place.createDatabase();
    const file = await place.write(
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

  test('bookmarks that are no addresses of the web are told with their lines, and the rest is taken', async () => {
    const database = await place.createDatabase();
    const file = await place.write(
      'html',
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>

<DL><p>
    <DT><A HREF="place:parent=toolbar_____&sort=8&maxResults=10" ADD_DATE="1700000000" LAST_MODIFIED="1700000000">Most Visited</A>
    <DT><H3 ADD_DATE="1700000000" LAST_MODIFIED="1700000000" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
    <DL><p>
        <DT><A HREF="javascript:(function()%7Bvar%20a=&quot;b&quot;;alert(a&amp;&amp;1)%7D)()" ADD_DATE="1700000000">Bookmarklet &lt;1&gt;</A>
        <DT><A HREF="https://example.com/1" ADD_DATE="1700000000" ICON_URI="https://example.com/favicon.ico" ICON="data:image/png;base64,iVBORw0KGgo=">one</A>
        <DD>with a description
        <DT><A HREF=" java&#10;script:alert(1)">hidden</A>
        <DT><A FEEDURL="https://example.com/feed" HREF="">feed</A>
    </DL><p>
    <HR>
    <DT><A HREF="about:config">about</A>
    <DT><A HREF="chrome://settings/">chrome</A>
    <DT><A HREF="file:///home/me/notes.html">file</A>
    <DT><A HREF="data:text/html,<b>x</b>">data</A>
    <DT><A HREF="https://example.com/${'x'.repeat(2048)}">long</A>
    <DT><A HREF="https://example.com/2" TAGS="${'t'.repeat(51)},fine">two</A>
    <DT><A HREF="https://exa mple.com/">broken</A>
    <DT><A HREF="https://example.com/3">three
</DL>`,
    );
    const { code, stdout, stderr } = await run(['import', file], { database });
    expect(code).toBe(3);
    expect(stdout).toContain('Added 3, there already 0, dependencies added 0, skipped 11.');
    const told = stderr
      .trim()
      .split('\n')
      .map((line) => line.slice(file.length + 1));
    const lines = told.map((line) => Number.parseInt(line, 10));
    expect(lines.toSorted((a, b) => a - b)).toEqual([7, 10, 13, 14, 17, 18, 19, 20, 21, 22, 23]);
    // Each says what is wrong with it.
    for (const line of told)
      expect(line).toMatch(/^\d+: (?:url: \S|attribute tags: \S|a bookmark)/);
    const { nodes } = await contentOf(database);
    expect([...nodes.values()]).toMatchObject([
      { title: 'one', description: 'with a description' },
      { title: 'two', attributes: [] },
      { title: 'three', attributes: [] },
    ]);
    const korean = await run(['import', file], { database, settings: { JEONBO_LANG: 'ko' } });
    expect(korean.stderr).toContain(`${file}:14: 주소가 없는 북마크입니다\n`);
    expect(korean.stdout).toContain('건너뜀 11');
  });

  test('a table without url, and what is not UTF-8, are refused in words', async () => {
    const database = await place.createDatabase();
    const noUrl = await place.write('csv', 'title,link\na,https://example.com/1\n');
    expect(await run(['import', noUrl, '--domain', 'a'], { database })).toMatchObject({
      code: 3,
      stderr: `${noUrl}:1: the table has no column url\n`,
    });
    // CP949 for 한글
    const korean = await place.write(
      'csv',
      Buffer.concat([
        Buffer.from('url,title\nhttps://example.com/,'),
        Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]),
      ]),
    );
    const refused = await run(['import', korean, '--domain', 'a'], { database });
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('is not UTF-8') });
  });
});
