import { signal } from '@preact/signals';
import { query } from './criteria.ts';
import { route, up } from './route.ts';
import { isWide, move, openLatest } from './select.ts';

export type DialogName = 'clear' | 'help' | 'guide';

/** The one dialog that is open. */
export const dialog = signal<DialogName | null>(null);

const searchField = (): HTMLElement | null => document.getElementById('search');

const isTyping = (target: EventTarget | null): boolean =>
  target === searchField() || target instanceof HTMLSelectElement;

/** Arrow keys keep their own meaning where something scrolls or is chosen by them. */
const ownsArrows = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.detail, .filters') !== null;

const isOnOpenPhone = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof Element && isWide() && target.matches('.phone-row[aria-current]'));

function leave(target: EventTarget | null): void {
  if (target === searchField()) {
    if (query.value === '') searchField()?.blur();
    query.value = '';
  } else if (route.value.message !== null || !isWide()) {
    up();
  }
}

function act(event: KeyboardEvent): boolean {
  const { key, target } = event;
  if (key === 'Escape') leave(target);
  else if (isTyping(target)) return false;
  else if (key === '/') searchField()?.focus();
  else if (key === 'j' || (key === 'ArrowDown' && !ownsArrows(target))) move(1);
  else if (key === 'k' || (key === 'ArrowUp' && !ownsArrows(target))) move(-1);
  else if (key === '?') dialog.value = 'help';
  else if (key === 'Enter' && isOnOpenPhone(target)) openLatest();
  else return false;
  return true;
}

export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    // A modal dialog has the keyboard to itself, and so has the browser with its modifiers.
    if (document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (act(event)) event.preventDefault();
  });
}
