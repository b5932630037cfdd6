import { computed, effect, signal } from '@preact/signals';
import { en } from '../text/en.ts';
import { ko } from '../text/ko.ts';
import { load, save } from './storage.ts';

export type Language = 'ko' | 'en';

const ofBrowser: Language = navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
const chosen = load(() => localStorage, 'language');

export const language = signal<Language>(chosen === 'ko' || chosen === 'en' ? chosen : ofBrowser);

/** Every word of the page in the chosen language. */
export const texts = computed(() => (language.value === 'ko' ? ko : en));

export function chooseLanguage(next: Language): void {
  language.value = next;
  save(() => localStorage, 'language', next);
}

export function markDocument(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}
