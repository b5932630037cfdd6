import { invalidParameter, TwilioRefusal } from './answers.ts';

const mostPerPage = 1000;
const usualPerPage = 50;

interface Ordered {
  readonly sequence: number;
}

/**
 * One page of a list that is newest first, with the fields Twilio puts beside it. Pages go by the place of their first
 * or last entry, not by a count, so that what arrives meanwhile shifts nothing.
 */
export function pageOf<Item extends Ordered>(
  items: readonly Item[],
  url: URL,
  name: string,
  show: (item: Item) => unknown,
): Response {
  const size = sizeOf(url.searchParams);
  const page = wholeNumber(url.searchParams, 'Page') ?? 0;
  const start = startOf(items, url.searchParams.get('PageToken'), page, size);
  const shown = items.slice(start, start + size);
  const [first, last] = [shown[0], shown.at(-1)];
  const hasNext = last !== undefined && start + size < items.length;
  const uriOf = (number: number, token?: string): string => {
    const query = new URLSearchParams(url.search);
    query.delete('PageToken');
    query.set('PageSize', String(size));
    query.set('Page', String(number));
    if (token !== undefined) query.set('PageToken', token);
    return `${url.pathname}?${query}`;
  };
  return Response.json({
    first_page_uri: uriOf(0),
    end: page * size + Math.max(0, shown.length - 1),
    previous_page_uri:
      start > 0 && first !== undefined ? uriOf(Math.max(0, page - 1), tokenOf('PB', first)) : null,
    [name]: shown.map(show),
    uri: url.pathname + url.search,
    page_size: size,
    start: page * size,
    next_page_uri: hasNext ? uriOf(page + 1, tokenOf('PA', last)) : null,
    page,
  });
}

/** `PA`: after this entry, `PB`: before it; then its sequence, as long as a SID is. */
function tokenOf(kind: 'PA' | 'PB', { sequence }: Ordered): string {
  return kind + sequence.toString(16).padStart(32, '0');
}

function startOf(
  items: readonly Ordered[],
  token: string | null,
  page: number,
  size: number,
): number {
  if (token === null) return page * size;
  const [, kind, digits] = /^(PA|PB)([\da-f]{32})$/.exec(token) ?? [];
  if (digits === undefined) throw invalidParameter('PageToken', 'one that a page gave');
  const sequence = Number.parseInt(digits, 16);
  const bound = kind === 'PA' ? sequence : sequence + 1;
  const index = items.findIndex((item) => item.sequence < bound);
  const place = index < 0 ? items.length : index;
  return kind === 'PA' ? place : Math.max(0, place - size);
}

function sizeOf(query: URLSearchParams): number {
  const size = wholeNumber(query, 'PageSize') ?? usualPerPage;
  if (size > mostPerPage)
    throw new TwilioRefusal(20007, `Page size too large: the most is ${mostPerPage}`);
  if (size < 1) throw invalidParameter('PageSize', `from 1 to ${mostPerPage}`);
  return size;
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw invalidParameter(name, 'a whole number');
  return Number(text);
}
