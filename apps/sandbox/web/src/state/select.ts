import { effect, signal } from '@preact/signals';
import { onScreen, openPhone, phones, thread } from './phones.ts';
import { go, replace, route } from './route.ts';

/** Wide enough for list and phone side by side: the same line as in style/layout.css. */
const wide = matchMedia('(min-width: 760px)');

/** Set by the keyboard, so that the focus follows the choice. */
export const focusChoice = signal(0);

/** On a wide window an empty middle helps nobody: the newest phone opens by itself, once. */
export function openNewest(): void {
  effect(() => {
    const newest = phones.value[0];
    if (wide.matches && route.value.phone === null && newest) {
      replace({ phone: newest.number, message: null });
    }
  });
  effect(() => {
    // Another phone, another set of senders.
    route.value.phone;
    thread.value = null;
  });
}

export const isWide = (): boolean => wide.matches;

/** The next or previous phone; with a message open, the next or previous message. */
export function move(step: 1 | -1): void {
  const { phone, message } = route.value;
  if (message !== null && phone !== null) {
    const list = onScreen.value;
    const at = list.findIndex(({ id }) => id === message);
    const next = list[at < 0 ? list.length - 1 : at + step];
    if (next) go(phone, next.id);
  } else {
    const list = phones.value;
    const at = list.findIndex(({ number }) => number === phone);
    const next = list[at + step] ?? (at < 0 ? list[0] : undefined);
    if (!next) return;
    // On a narrow screen the list has a place of its own: only the focus moves there.
    if (wide.matches) go(next.number);
    focusChoice.value += 1;
  }
}

/** Into the open phone: its latest message. */
export function openLatest(): void {
  const phone = openPhone.value;
  const latest = onScreen.value.at(-1);
  if (phone && latest) go(phone.number, latest.id);
}
