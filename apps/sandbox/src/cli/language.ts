export type CliLanguage = 'ko' | 'en';

/** `JEONBO_LANG`, else the locale of the shell. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): CliLanguage {
  const { JEONBO_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  if (JEONBO_LANG === 'ko' || JEONBO_LANG === 'en') return JEONBO_LANG;
  return /^ko\b|^ko_/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'ko' : 'en';
}
