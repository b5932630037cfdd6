import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/transfer/entry.ts';
import { folderNames, folderPath } from '../../src/transfer/folder-path.ts';
import { readText, writeText } from '../../src/transfer/netscape-text.ts';
import { readNetscape } from '../../src/transfer/read-netscape.ts';

async function read(text: string, pieces = 1): Promise<readonly Entry[]> {
  const size = Math.ceil(text.length / pieces);
  const parts = Array.from({ length: pieces }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
  const entries: Entry[] = [];
  for await (const entry of readNetscape(Readable.from(parts))) entries.push(entry);
  return entries;
}

const firefox = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>

<DL><p>
    <DT><H3 ADD_DATE="1" LAST_MODIFIED="2" PERSONAL_TOOLBAR_FOLDER="true">북마크 A/S</H3>
    <DD>Add bookmarks to this folder
    <DL><p>
        <DT><A HREF="https://example.com/?a=1&amp;b=2" ADD_DATE="1700000000" LAST_MODIFIED="1700000001" ICON="data:image/png;base64,AA==" SHORTCUTURL="ex" TAGS="하나,Two">Q&amp;A &lt;b&gt; &#39;한글&#39;</A>
        <DD>첫 줄
둘째 줄
        <HR>
        <DT><A HREF="https://example.com/2">2</A>
    </DL><p>
    <DT><A HREF="https://example.com/3" ADD_DATE="0"></A>
</DL>
`;

test('what Firefox writes is read, however it comes in pieces', async () => {
  const entries = await read(firefox);
  expect(entries).toEqual([
    {
      line: 11,
      kind: 'node',
      url: 'https://example.com/?a=1&b=2',
      title: "Q&A <b> '한글'",
      description: '첫 줄\n둘째 줄',
      createdAt: 1_700_000_000_000,
      updatedAt: 1_700_000_001_000,
      attributes: [
        { name: 'folder', type: 'markdown', value: '북마크 A\\/S' },
        { name: 'tags', type: 'tag', value: '하나' },
        { name: 'tags', type: 'tag', value: 'Two' },
      ],
    },
    expect.objectContaining({ line: 15, url: 'https://example.com/2', title: '2' }),
    expect.objectContaining({ line: 17, title: '', attributes: [], createdAt: undefined }),
  ]);
  for (const pieces of [2, 7, 100, firefox.length])
    expect(await read(firefox, pieces)).toEqual(entries);
});

test('Safari, tags in lower case and tags that are never closed', async () => {
  const entries = await read(`<html><h1>Bookmarks</h1>
<DT><H3 FOLDED>Favorites</H3>
<DL><p>
	<DT><A HREF="https://example.com/a">a</A>
</DL><p>
<dl>
<dt><h3>밖
<dl><dt><a href='https://example.com/b'>b
<dt><a href=https://example.com/c>c</a>
<dd>about c <br> more
<dt><a>nowhere</a>`);
  expect(entries).toMatchObject([
    { line: 4, url: 'https://example.com/a', attributes: [{ value: 'Favorites' }] },
    { line: 8, url: 'https://example.com/b', title: 'b', attributes: [{ value: '밖' }] },
    { line: 9, title: 'c', description: expect.stringMatching(/^about c\s+more$/) },
    { line: 11, kind: 'fault' },
  ]);
});

test.each([
  ['1700000000', 1_700_000_000_000],
  ['1700000000123', 1_700_000_000_123],
  ['1700000000123456', 1_700_000_000_123],
  ['13344473600000000', 1_700_000_000_000],
  ['0', undefined],
  ['', undefined],
  ['yesterday', undefined],
])('ADD_DATE %j', async (written, createdAt) => {
  const [entry] = await read(
    `<DL><DT><A HREF="https://example.com" ADD_DATE="${written}">x</A></DL>`,
  );
  expect(entry).toMatchObject({ createdAt });
});

test.each([[['가', '나']], [['a/b', 'c\\d', '\\/']], [['\\']], [['a\\', 'b']]])(
  'folders %j have one path, and the path has these folders',
  (names) => {
    expect(folderNames(folderPath(names))).toEqual(names);
  },
);

test.each([' a ', '\n', 'a\r\nb', '<&">\'', '&amp;lt;', '\u3000글\u00a0', '', '&#13;'])(
  'the text %j comes back as it was',
  (text) => {
    expect(readText(`\n   ${writeText(text)}\n`)).toBe(text);
  },
);
