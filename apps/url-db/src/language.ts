import type { Environment, Language } from './types.ts';

export const languages: readonly Language[] = ['ko', 'en'];

/** Of what is said to the operator: JEONBO_LANG, else the locale in the order of POSIX, else English. */
export function languageOf(environment: Environment): Language {
  const { JEONBO_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const chosen = JEONBO_LANG?.trim().toLowerCase();
  if (chosen === 'ko' || chosen === 'en') return chosen;
  return /^ko(?![a-z])/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ko' : 'en';
}
