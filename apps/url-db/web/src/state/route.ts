import { signal } from '@preact/signals';

/**
 * `#/` all URLs, `#/tech` a domain, `#/tech/about` what is known of it, `#/tech/url-db:tech:12` a node in its list,
 * `#/-/url-db:tech:12` the same in the list of all: no domain is called `-`.
 */
export interface Route {
  readonly domain: string | null;
  readonly place: 'list' | 'about' | 'node';
  /** The node's key, in place `node`. */
  readonly key: string | null;
}

function parseRoute(hash: string): Route {
  const [first = '', second = ''] = hash.replace(/^#\/?/, '').split('/').map(decode);
  const domain = first === '' || first === '-' ? null : first;
  if (second === 'about' && domain !== null) return { domain, place: 'about', key: null };
  if (second.includes(':')) return { domain, place: 'node', key: second };
  return { domain, place: 'list', key: null };
}

export function hrefOf({ domain, place, key }: Route): string {
  const list = domain === null ? '' : encodeURIComponent(domain);
  if (place === 'list') return `#/${list}`;
  return `#/${list || '-'}/${place === 'about' ? 'about' : encodeURI(key ?? '')}`;
}

export const listRoute = (domain: string | null): Route => ({ domain, place: 'list', key: null });
export const aboutRoute = (domain: string): Route => ({ domain, place: 'about', key: null });
export const nodeRoute = (domain: string | null, key: string): Route => ({
  domain,
  place: 'node',
  key,
});

export const route = signal<Route>(parseRoute(location.hash));

/** What the step before this one in the tab's history shows, if it was ours. */
const before = (): string | undefined => (history.state as { before?: string } | null)?.before;

/** To another list, or from a list into it, is a step to go back from; from one node to the next is not. */
export function go(next: Route): void {
  const now = route.value;
  if (hrefOf(next) === hrefOf(now)) return;
  if (next.domain === now.domain && next.place === 'list') up();
  else if (next.domain === now.domain && now.place !== 'list') replace(next);
  else push(next);
}

function push(next: Route): void {
  history.pushState({ before: hrefOf(route.value) }, '', hrefOf(next));
  route.value = next;
}

function replace(next: Route): void {
  history.replaceState(history.state, '', hrefOf(next));
  route.value = next;
}

/** Back to the list: the way we came if it was from there, so that the list is not twice in the history. */
export function up(): void {
  const { domain, place } = route.value;
  if (place === 'list') return;
  const list = listRoute(domain);
  if (before() === hrefOf(list)) history.back();
  else replace(list);
}

export function followHistory(): void {
  addEventListener('popstate', () => {
    route.value = parseRoute(location.hash);
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
