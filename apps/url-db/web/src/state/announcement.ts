import { signal } from '@preact/signals';

/** What a screen reader is told; the same words a second time are told again. */
export const announcement = signal({ words: '', count: 0 });

export function announce(words: string): void {
  announcement.value = { words, count: announcement.peek().count + 1 };
}
