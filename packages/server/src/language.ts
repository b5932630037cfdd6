import type { Language } from '@jeonbo/core';
import type { Environment } from './types.ts';

/** JEONBO_LANG, else the locale in the order of POSIX, else English. */
export function languageOf(environment: Environment): Language {
  const { JEONBO_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const chosen = JEONBO_LANG?.trim().toLowerCase();
  if (chosen === 'ko' || chosen === 'en') return chosen;
  return /^ko(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ko' : 'en';
}
