import { signal } from '@preact/signals';

/** `#/phone/010-1234-5678/42`: which phone is open, and which of its messages in detail. */
export interface Route {
  readonly phone: string | null;
  readonly message: number | null;
}

function parseRoute(hash: string): Route {
  const [, place, phone, message] = hash.replace(/^#/, '').split('/');
  if (place !== 'phone' || !phone) return { phone: null, message: null };
  const id = Number(message);
  return { phone: decode(phone), message: Number.isInteger(id) && id > 0 ? id : null };
}

export function hrefOf(phone: string | null, message: number | null = null): string {
  if (phone === null) return '#/';
  const base = `#/phone/${encodeURIComponent(phone)}`;
  return message === null ? base : `${base}/${message}`;
}

export const route = signal<Route>(parseRoute(location.hash));

const levelOf = (place: Route): number =>
  place.phone === null ? 0 : place.message === null ? 1 : 2;

/** How many steps of ours lie behind this one in the tab's history. */
const depth = (): number => (history.state as { depth?: number } | null)?.depth ?? 0;

/** Deeper is a step one can go back from; sideways (the next phone, the next message) is not. */
export function go(phone: string | null, message: number | null = null): void {
  const next: Route = { phone, message };
  if (levelOf(next) <= levelOf(route.value)) {
    replace(next);
    return;
  }
  history.pushState({ depth: depth() + 1 }, '', hrefOf(phone, message));
  route.value = next;
}

/** Without a step back: what the page opens by itself nobody went to. */
export function replace(next: Route): void {
  history.replaceState({ depth: depth() }, '', hrefOf(next.phone, next.message));
  route.value = next;
}

/** One level up: the way we came if there is one, else (a page opened by its link) to the parent. */
export function up(): void {
  if (levelOf(route.value) === 0) return;
  if (depth() > 0) history.back();
  else go(levelOf(route.value) === 2 ? route.value.phone : null);
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
