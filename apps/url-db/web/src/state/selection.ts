import { computed, effect, signal, untracked } from '@preact/signals';
import type { Node } from '../api/types.ts';
import { deleteSoon, visibleNodes } from './deletions.ts';
import { editing } from './editing.ts';
import { isBehind, query } from './listing.ts';
import { opened } from './opened.ts';
import { go, nodeRoute, route, up } from './route.ts';
import { isPhone } from './screen.ts';

/** The row that keys act on. */
export const current = signal<string | null>(null);

/** The focus shall go to the current row, or to the heading of what was opened, as soon as it is there. */
export const wantsRowFocus = signal(false);
export const wantsDetailFocus = signal(false);

/** Somebody waits in the search for the list that is still asked for. */
const waitsForList = signal(false);

export const currentIndex = computed(() =>
  visibleNodes.value.findIndex(({ composite_id }) => composite_id === current.value),
);

export function focusRow(key: string): void {
  current.value = key;
  wantsRowFocus.value = true;
}

/** Whoever opens by keyboard goes on reading there; with a pointer the focus stays on the row. */
export function openNode(key: string, byKeyboard: boolean): void {
  current.value = key;
  go(nodeRoute(route.value.domain, key));
  if (byKeyboard || isPhone.value) wantsDetailFocus.value = true;
}

/** Up and down the list; what is open follows. */
export function move(step: 1 | -1): void {
  const nodes = visibleNodes.value;
  const at = currentIndex.value;
  const next = nodes[at === -1 ? 0 : Math.min(Math.max(at + step, 0), nodes.length - 1)];
  if (!next) return;
  if (route.value.place === 'node') go(nodeRoute(route.value.domain, next.composite_id));
  if (isPhone.value && route.value.place === 'node') wantsDetailFocus.value = true;
  else focusRow(next.composite_id);
}

/** From the search to the first row that it finds; an answer that is still on its way is waited for. */
export function enterList(): void {
  waitsForList.value = true;
}

/** What `e` and Delete are about: what is open, else the current row. */
export function target(): Node | null {
  if (route.value.place === 'node') return opened.value?.node ?? null;
  return visibleNodes.value[currentIndex.value] ?? null;
}

export function editTarget(): void {
  const node = target();
  if (!node) return;
  go(nodeRoute(route.value.domain, node.composite_id));
  editing.value = { what: 'node' };
}

/** The next one takes its place, so that one can go on deleting. */
export function remove(node: Node): void {
  const nodes = visibleNodes.value;
  const at = nodes.findIndex(({ composite_id }) => composite_id === node.composite_id);
  const next = at === -1 ? undefined : (nodes[at + 1] ?? nodes[at - 1]);
  const wasOpen = route.value.key === node.composite_id;
  deleteSoon(node, () => {
    if (wasOpen && !isPhone.value) go(nodeRoute(route.value.domain, node.composite_id));
    focusRow(node.composite_id);
  });
  if (wasOpen && next && !isPhone.value) go(nodeRoute(route.value.domain, next.composite_id));
  else if (wasOpen) up();
  if (next) focusRow(next.composite_id);
}

/** What is open is the current row, however it was opened. */
export function followSelection(): void {
  effect(() => {
    if (!waitsForList.value || isBehind.value) return;
    untracked(() => {
      waitsForList.value = false;
      // Unless one went elsewhere meanwhile.
      if (document.activeElement?.id !== 'search') return;
      current.value = null;
      move(1);
    });
  });
  effect(() => {
    // Who types on does not want the list yet.
    if (query.value !== undefined) waitsForList.value = false;
  });
  effect(() => {
    if (route.value.key !== null) current.value = route.value.key;
  });
}
