import { Parser } from 'htmlparser2';
import { isDomainName } from '../keys/composite-key.ts';
import { validate } from '../schemas/validate.ts';
import { bookmarkTime } from './bookmark-time.ts';
import type { DomainEntry, Entry } from './entry.ts';
import { faultOf, faults } from './faults.ts';
import { folderAttribute, folderPath } from './folder-path.ts';
import { toAttributeEntry, toDomainEntry } from './from-records.ts';
import { bookmarkExtras, domainRecord } from './json-records.ts';
import { readAttribute, readText } from './netscape-text.ts';

// https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)

/** Where our own exports keep what the format has no place for. */
const extrasAttribute = 'data-url-db';

type Attributes = Readonly<Record<string, string>>;
type List = { readonly name: string } | { readonly domain: string } | undefined;

/** Bookmarks as browsers export them: lists in lists, with few of the tags closed. Folders become an attribute. */
export async function* readNetscape(text: AsyncIterable<string>): AsyncGenerator<Entry> {
  const entries: Entry[] = [];
  const lines = createLineCounter();
  /** The lists around the place, each with the folder that it is. */
  const lists: List[] = [];
  let heading: List;
  let headingAttributes: Attributes | undefined;
  let bookmark: { line: number; attributes: Attributes; title: string; about?: string } | undefined;
  let take: ((written: string) => void) | undefined;
  let taken = '';

  const endText = () => {
    const done = take;
    take = undefined;
    done?.(taken);
    taken = '';
  };
  const begin = (into: (written: string) => void) => {
    endText();
    take = into;
  };
  const endBookmark = () => {
    endText();
    if (bookmark) entries.push(toEntry(bookmark, lists));
    bookmark = undefined;
  };
  const endHeading = (line: number, written: string) => {
    const attributes = headingAttributes ?? {};
    const domain = domainOf(attributes);
    heading = domain ? { domain: domain.name } : { name: readText(written) };
    if (domain) entries.push({ line, ...domain });
  };

  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (/^(?:dt|dl|h[1-6]|a)$/.test(name)) endBookmark();
        if (/^h[2-6]$/.test(name)) {
          const line = lines.at(parser.startIndex);
          headingAttributes = attributes;
          begin((written) => endHeading(line, written));
        } else if (name === 'dl') {
          lists.push(heading);
          heading = undefined;
        } else if (name === 'a') {
          const opened = { line: lines.at(parser.startIndex), attributes, title: '' };
          bookmark = opened;
          begin((written) => {
            opened.title = readText(written);
          });
        } else if (name === 'dd') {
          const about = bookmark;
          begin((written) => {
            if (about) about.about = readText(written);
          });
        }
      },
      ontext(written) {
        if (take) taken += written;
      },
      onclosetag(name) {
        if (/^(?:a|h[1-6])$/.test(name)) endText();
        if (name !== 'dl') return;
        endBookmark();
        lists.pop();
      },
      onend: endBookmark,
    },
    { decodeEntities: false },
  );
  for await (const chunk of text) {
    lines.add(chunk);
    parser.write(chunk);
    yield* entries.splice(0);
  }
  parser.end();
  yield* entries;
}

function toEntry(
  {
    line,
    attributes,
    title,
    about,
  }: { line: number; attributes: Attributes; title: string; about?: string },
  lists: readonly List[],
): Entry {
  const url = attributes.href === undefined ? '' : readAttribute(attributes.href);
  if (url === '') return { line, kind: 'fault', reason: faults.noUrl };
  try {
    const extras = validate(bookmarkExtras, extrasOf(attributes) ?? {});
    const createdAt = extras.created_at ?? bookmarkTime(attributes.add_date);
    const path = folderPath(lists.flatMap((list) => (list && 'name' in list ? [list.name] : [])));
    const tags = readAttribute(attributes.tags ?? '')
      .split(',')
      .filter((tag) => tag.trim() !== '');
    return {
      line,
      kind: 'node',
      domainName: lists.flatMap((list) => (list && 'domain' in list ? [list.domain] : [])).at(-1),
      url,
      title,
      description: about,
      createdAt,
      updatedAt: extras.updated_at ?? bookmarkTime(attributes.last_modified),
      attributes: [
        ...(path === '' ? [] : [{ ...folderAttribute, value: path }]),
        ...tags.map((value) => ({ name: 'tags', type: 'tag' as const, value })),
        ...extras.attributes.map(toAttributeEntry),
      ],
    };
  } catch (error) {
    return { line, kind: 'fault', reason: faultOf(error) };
  }
}

function domainOf(attributes: Attributes): DomainEntry | undefined {
  const parsed = domainRecord.safeParse(extrasOf(attributes));
  return parsed.success && isDomainName(parsed.data.name) ? toDomainEntry(parsed.data) : undefined;
}

function extrasOf(attributes: Attributes): unknown {
  const written = attributes[extrasAttribute];
  if (written === undefined) return undefined;
  try {
    return JSON.parse(readAttribute(written));
  } catch {
    return written;
  }
}

/** Tells lines of places in a text that comes in parts; places are asked for in order. */
function createLineCounter() {
  let ends: number[] = [];
  let length = 0;
  let line = 1;
  let next = 0;
  return {
    add(chunk: string) {
      ends = ends.slice(next);
      next = 0;
      for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', end + 1))
        ends.push(length + end);
      length += chunk.length;
    },
    at(index: number): number {
      while (next < ends.length && (ends[next] ?? 0) < index) {
        next += 1;
        line += 1;
      }
      return line;
    },
  };
}
