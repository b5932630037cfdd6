/**
 * Where one begins to type. Not `autofocus`: that one is for what a document opens with, and the browser complains where
 * something has the focus already.
 */
export function focusFirst(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('[data-first]')?.focus();
}
