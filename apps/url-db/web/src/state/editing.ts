import { computed, effect, signal } from '@preact/signals';
import { route } from './route.ts';

/** The one thing that is edited in place. */
export type Editing =
  | { readonly what: 'node' }
  | { readonly what: 'attribute'; readonly name: string }
  /** `name` where one of the domain's attributes was chosen. */
  | { readonly what: 'new-attribute'; readonly name: string }
  | { readonly what: 'domain' }
  | { readonly what: 'new-definition' };

export const editing = signal<Editing | null>(null);

export const isEditing = (what: Editing['what'], name?: string): boolean => {
  const now = editing.value;
  if (now?.what !== what) return false;
  return name === undefined || ('name' in now && now.name === name);
};

/** Back to reading, with the focus where it came from. */
export function stopEditing(backTo?: string): void {
  editing.value = null;
  if (backTo !== undefined) queueMicrotask(() => document.getElementById(backTo)?.focus());
}

/** What is edited belongs to what is looked at. */
export function followEditing(): void {
  const place = computed(() => `${route.value.place} ${route.value.key} ${route.value.domain}`);
  effect(() => {
    if (place.value !== '') editing.value = null;
  });
}
