import { effect, signal } from '@preact/signals';
import { isNew } from './domains.ts';
import { route } from './route.ts';

export type DialogState =
  | { readonly name: 'add'; readonly url: string }
  | { readonly name: 'domain' }
  | { readonly name: 'domains' }
  | { readonly name: 'remove-domain'; readonly domain: string }
  | { readonly name: 'help' };

/** The one dialog that is open; the question for a token stands above it. */
export const dialog = signal<DialogState | null>(null);

/** At once, so that the focus is back before it goes where it shall go next. */
export function closeDialog(): void {
  document.querySelector<HTMLDialogElement>('.dialog-of-ours[open]')?.close();
  dialog.value = null;
}

/** A URL belongs to a domain, so without any the first step is to make one: the form for it stands on the page. */
export function openAdd(url: string): void {
  if (isNew.value) document.querySelector<HTMLElement>('.note [data-first]')?.focus();
  else dialog.value = { name: 'add', url };
}

/** A dialog that asks about what is no longer looked at has nothing to ask. */
export function followDialogs(): void {
  effect(() => {
    if (route.value) closeDialog();
  });
}
