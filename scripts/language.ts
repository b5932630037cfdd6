export type Language = 'ko' | 'en';

/** What a person reads, in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** `JEONBO_LANG`, else the locale: Korean for ko_KR and the like, English for all others. */
export function readLanguage(environment: NodeJS.ProcessEnv): Language {
  const { JEONBO_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const chosen = JEONBO_LANG || LC_ALL || LC_MESSAGES || LANG || '';
  return chosen.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
