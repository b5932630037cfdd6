import { computed, effect, signal } from '@preact/signals';
import { en } from '../text/en.ts';
import { ko } from '../text/ko.ts';
import { load, save } from './storage.ts';

export type Language = 'ko' | 'en';

const ofBrowser: Language = navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

export const language = signal<Language>(load<Language>('language', ofBrowser));

/** Every word of the page in the chosen language. */
export const texts = computed(() => (language.value === 'ko' ? ko : en));

export function choose(next: Language): void {
  language.value = next;
  save('language', next);
}

export function markDocument(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}
