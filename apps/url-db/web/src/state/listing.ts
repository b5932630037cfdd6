import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { asFailure, type Failure, isAbort } from '../api/failure.ts';
import { listNodes } from '../api/nodes.ts';
import type { Node } from '../api/types.ts';
import { searchWords } from '../format/search-words.ts';
import { announce } from './announcement.ts';
import { returned } from './connection.ts';
import { texts } from './language.ts';
import { keepSearch, route, searchOfEntry } from './route.ts';

/** What is shown: answers to one question, as many as were scrolled to. */
export interface Listing {
  readonly domain: string | null;
  readonly search: string;
  readonly nodes: readonly Node[];
  readonly total: number;
  readonly isCapped: boolean;
  readonly cursor: string | undefined;
}

const TYPING_MS = 120;

/** As it stands in the field; after a reload as it stood there. */
export const query = signal(searchOfEntry());
export const isComposing = signal(false);
const search = computed(() => searchWords(query.value, isComposing.value));
const domain = computed(() => route.value.domain);

/** Null before the first answer. The old one stays until the new one is there. */
export const listing = signal<Listing | null>(null);
/** What is shown is not yet what was asked for. */
export const isBehind = computed(
  () => listing.value?.domain !== domain.value || listing.value.search !== search.value,
);
export const listingFailure = signal<Failure | null>(null);
/** A first page is on its way. */
export const isAsking = signal(false);
export const moreFailed = signal(false);

let asking: AbortController | undefined;
let askingMore: AbortController | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function stop(): void {
  clearTimeout(timer);
  asking?.abort();
  askingMore?.abort();
  askingMore = undefined;
  isAsking.value = false;
}

async function ask(): Promise<void> {
  stop();
  const question = { domain: domain.peek(), search: search.peek() };
  asking = new AbortController();
  const { signal: abort } = asking;
  isAsking.value = true;
  try {
    const page = await listNodes(question, abort);
    batch(() => {
      isAsking.value = false;
      listingFailure.value = null;
      moreFailed.value = false;
      listing.value = {
        ...question,
        nodes: page.nodes,
        total: page.total_count,
        isCapped: page.total_is_capped === true,
        cursor: page.next_cursor,
      };
    });
    if (question.search !== '')
      announce(texts.peek().found(page.total_count, page.total_is_capped === true));
  } catch (error) {
    if (isAbort(error)) return;
    isAsking.value = false;
    listingFailure.value = asFailure(error);
  }
}

/** The same question again. */
export const refresh = (): Promise<void> => ask();

export async function askMore(): Promise<void> {
  const now = listing.peek();
  if (now?.cursor === undefined || askingMore !== undefined || isAsking.peek()) return;
  askingMore = new AbortController();
  const { signal: abort } = askingMore;
  moreFailed.value = false;
  try {
    const page = await listNodes({ ...now, cursor: now.cursor }, abort);
    const then = listing.peek();
    // Between the two somebody may have added or deleted; only what came newly counts.
    if (then !== null)
      listing.value = {
        ...then,
        nodes: [...then.nodes, ...page.nodes],
        cursor: page.next_cursor,
      };
  } catch (error) {
    if (isAbort(error)) return;
    asFailure(error);
    moreFailed.value = true;
  }
  askingMore = undefined;
}

/** Asks when the domain or the words change; the words a moment after the last key. */
export function followListing(): void {
  effect(() => {
    const wanted = { domain: domain.value, search: search.value };
    untracked(() => {
      const shown = listing.value;
      stop();
      if (!isBehind.value) {
        if (listingFailure.value !== null) void ask();
      } else if (shown?.domain === wanted.domain && wanted.search !== '') {
        timer = setTimeout(ask, TYPING_MS);
      } else void ask();
    });
  });
  effect(() => {
    if (listing.value !== null) keepSearch(listing.value.search);
  });
  effect(() => {
    if (returned.value > 0) untracked(() => void refreshInPlace());
  });
}

/** Back and forward bring the search of that step back; a step that the page makes keeps the one that stands there. */
export function arrive(isOurs: boolean): void {
  if (isOurs) keepSearch(search.peek());
  else query.value = searchOfEntry();
}

/** A list that was scrolled stays as it is, or one would lose one's place; what is missing of it is asked for. */
export async function refreshInPlace(): Promise<void> {
  const isAtTop = (document.querySelector('.rows')?.scrollTop ?? 0) === 0;
  if (isAtTop || isBehind.peek() || listingFailure.peek() !== null) await ask();
  else if (moreFailed.peek()) await askMore();
}

function change(how: (now: Listing) => Listing): void {
  if (listing.value !== null) listing.value = how(listing.value);
}

/** A new one stands first, where the list would have it. */
export function putFirst(node: Node): void {
  change((now) => {
    const belongs = now.search === '' && (now.domain === null || now.domain === node.domain_name);
    return belongs ? { ...now, nodes: [node, ...now.nodes], total: now.total + 1 } : now;
  });
}

export function replaceListed(node: Node): void {
  change((now) => ({
    ...now,
    nodes: now.nodes.map((one) => (one.composite_id === node.composite_id ? node : one)),
  }));
}

export function dropListed(key: string): void {
  change((now) => {
    const nodes = now.nodes.filter(({ composite_id }) => composite_id !== key);
    return { ...now, nodes, total: now.total - (now.nodes.length - nodes.length) };
  });
}
