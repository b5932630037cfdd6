import { createRandom } from './random.ts';

export interface GeneratedBookmark {
  readonly url: string;
  readonly title: string;
  readonly description: string | null;
  /** Seconds since 1970. */
  readonly added: number;
  readonly modified: number;
  readonly tags: ReadonlySet<string>;
  /** Paths of names. */
  readonly folders: Set<string>;
}

type Random = ReturnType<typeof createRandom>;

const words = [
  '기술',
  '블로그',
  '리액트',
  '한글',
  '전보',
  '데이터베이스',
  '검색',
  '서울',
  'TypeScript',
  'guide',
  'notes',
  'Q&A',
  '<b>',
  '"quoted"',
  "it's",
  '100%',
  'émigré',
  '日本語',
  '🚲',
  'C:\\temp',
  'a/b',
  '&amp;',
  '&lt',
  ';)',
];
const hosts = ['example.com', 'blog.example.co.kr', '한글.example', 'news.example.org:8443'];
const tags = ['dev', '읽을것', 'to read', '맛집', 'c++', '2026'];

// What a browser's exporter does, written again and not ours, so that a fault of ours is not in both.
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** What browsers keep among bookmarks and is no page: little programs, and lists of their own. */
const notPages = [
  "javascript:(function(){var a=document.title;alert(a&&'x');})()",
  'place:type=6&sort=14&maxResults=10',
];

/**
 * A bookmark file as Chromium and Firefox write them, the same in each run, and what is in it, by URL.
 *
 * @param options.others how many entries there are that are no pages; their lines are answered
 */
export function generateBookmarks(
  count: number,
  seed = 1,
  { others = 0 }: { readonly others?: number } = {},
) {
  const random = createRandom(seed);
  const otherLines: number[] = [];
  const bookmarks = new Map<string, GeneratedBookmark>();
  const urls: string[] = [];
  const lines: string[] = [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    '<!-- This is an automatically generated file.',
    '     It will be read and overwritten.',
    '     DO NOT EDIT! -->',
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
    '<TITLE>Bookmarks</TITLE>',
    '<H1>Bookmarks Menu</H1>',
    '',
    '<DL><p>',
  ];
  const sentence = (length: number) => Array.from({ length }, () => random.pick(words)).join(' ');

  const addBookmark = (path: string, indent: string) => {
    const again = urls.length > 0 && random.int(40) === 0 ? random.pick(urls) : undefined;
    const bookmark = (again && bookmarks.get(again)) || newBookmark(random, urls.length, sentence);
    bookmark.folders.add(path);
    if (!bookmarks.has(bookmark.url)) urls.push(bookmark.url);
    bookmarks.set(bookmark.url, bookmark);
    const { url, title, description, added, modified } = bookmark;
    const attributes = [
      `HREF="${escaped(url)}"`,
      `ADD_DATE="${added}"`,
      ...(modified === added ? [] : [`LAST_MODIFIED="${modified}"`]),
      ...(random.int(4) === 0 ? ['ICON_URI="https://example.com/favicon.ico"'] : []),
      ...(random.int(4) === 0 ? ['ICON="data:image/png;base64,iVBORw0KGgo="'] : []),
      ...(bookmark.tags.size > 0 ? [`TAGS="${escaped([...bookmark.tags].join(','))}"`] : []),
    ];
    lines.push(`${indent}<DT><A ${attributes.join(' ')}>${escaped(title)}</A>`);
    if (description !== null) lines.push(`${indent}<DD>${escaped(description)}`);
    if (random.int(200) === 0) lines.push(`${indent}<HR>`);
  };
  const addFolder = (depth: number, path: readonly string[], wanted: number) => {
    const indent = '    '.repeat(depth);
    let left = wanted;
    while (left > 0) {
      if (depth < 6 && left > 10 && random.int(8) === 0) {
        const name = `${random.pick(words)} ${lines.length}`;
        const inner = 1 + random.int(Math.min(left, 400));
        const toolbar = depth === 1 && random.int(3) === 0 ? ' PERSONAL_TOOLBAR_FOLDER="true"' : '';
        lines.push(
          `${indent}<DT><H3 ADD_DATE="1600000000" LAST_MODIFIED="1700000000"${toolbar}>${escaped(name)}</H3>`,
          ...(random.int(5) === 0 ? [`${indent}<DD>about this folder`] : []),
          `${indent}<DL><p>`,
        );
        addFolder(depth + 1, [...path, name], inner);
        lines.push(`${indent}</DL><p>`);
        left -= inner;
      } else {
        addBookmark(pathOf(path), indent);
        left -= 1;
      }
    }
  };
  const addOther = (place: number) => {
    const href = escaped(notPages[place % notPages.length] ?? '');
    lines.push(`    <DT><A HREF="${href}" ADD_DATE="1600000000">${escaped(sentence(2))}</A>`);
    // A description may have two lines in one.
    otherLines.push(lines.join('\n').split('\n').length);
  };
  for (let place = 0; place < others / 2; place += 1) addOther(place);
  addFolder(1, [], count);
  for (let place = Math.ceil(others / 2); place < others; place += 1) addOther(place);
  lines.push('</DL><p>', '');
  return { text: lines.join('\n'), bookmarks, otherLines };
}

/** The form in which the attribute `folder` has it. */
function pathOf(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('\\', '\\\\').replaceAll('/', '\\/')).join('/');
}

function newBookmark(
  random: Random,
  number: number,
  sentence: (length: number) => string,
): GeneratedBookmark {
  const added = 1_500_000_000 + random.int(200_000_000);
  const query =
    random.int(3) === 0 ? `?q=${encodeURIComponent(sentence(1))}&page=${number}#top` : '';
  return {
    url: `https://${random.pick(hosts)}/${random.int(2) === 0 ? '글' : 'post'}-${number}${query}`,
    title: sentence(1 + random.int(6)),
    description: random.int(6) === 0 ? `${sentence(3)}\n${sentence(2)}` : null,
    added,
    modified: random.int(3) === 0 ? added + random.int(1_000_000) : added,
    tags: new Set(random.int(4) === 0 ? [random.pick(tags), random.pick(tags)] : []),
    folders: new Set(),
  };
}
