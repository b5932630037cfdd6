import { batch, signal } from '@preact/signals';

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

/** What one step of the tab's history remembers; it outlives a reload. */
interface Entry {
  /** What the step before this one shows, if it was ours. */
  readonly before?: string;
  readonly search?: string;
}

const entry = (): Entry => (history.state as Entry | null) ?? {};

export const searchOfEntry = (): string => entry().search ?? '';

export function keepSearch(search: string): void {
  if (search !== searchOfEntry()) history.replaceState({ ...entry(), search }, '');
}

/** The browser goes back in its own time; until it is there, its history waits for what the route says by then. */
let isGoingBack = false;

/** To another list, or from a list into it, is a step to go back from; from one node to the next is not. */
export function go(next: Route): void {
  const now = route.value;
  if (hrefOf(next) === hrefOf(now)) return;
  if (next.domain === now.domain && next.place === 'list') up();
  else if (next.domain === now.domain && now.place !== 'list') replace(next);
  else push(next);
}

const addStep = (from: Route, to: Route): void =>
  history.pushState({ ...entry(), before: hrefOf(from) }, '', hrefOf(to));

function push(next: Route): void {
  if (!isGoingBack) addStep(route.value, next);
  route.value = next;
}

function replace(next: Route): void {
  if (!isGoingBack) history.replaceState(history.state, '', hrefOf(next));
  route.value = next;
}

/** Back to the list: the way we came if it was from there, so that the list is not twice in the history. */
export function up(): void {
  const { domain, place } = route.value;
  if (place === 'list') return;
  const list = listRoute(domain);
  if (isGoingBack || entry().before !== hrefOf(list)) {
    replace(list);
    return;
  }
  isGoingBack = true;
  history.back();
  route.value = list;
}

/** `onArrival` is told whether the page itself went there, or else the person by the browser's buttons. */
export function followHistory(onArrival: (isOurs: boolean) => void): void {
  addEventListener('popstate', () => {
    const isOurs = isGoingBack;
    isGoingBack = false;
    const arrived = parseRoute(location.hash);
    batch(() => {
      onArrival(isOurs);
      if (!isOurs) route.value = arrived;
      else if (hrefOf(arrived) !== hrefOf(route.value)) addStep(arrived, route.value);
    });
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
