import { signal } from '@preact/signals';

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

/** A URL belongs to a domain, so without any the first step is to make one. */
export function openAdd(url: string, hasDomains: boolean): void {
  dialog.value = hasDomains ? { name: 'add', url } : { name: 'domain' };
}
