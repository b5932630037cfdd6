export type PageLanguage = 'ko' | 'en';

/** `ui_locales` of the query, else what the browser prefers; Korean, as Kakao's, where it wants neither. */
export function languageOf(query: URLSearchParams, headers: Headers): PageLanguage {
  const wanted = `${query.get('ui_locales') ?? ''},${headers.get('accept-language') ?? ''}`;
  return /(?:^|[\s,])(ko|en)\b/i.exec(wanted)?.[1]?.toLowerCase() === 'en' ? 'en' : 'ko';
}

/** The same query in another language. */
export function inLanguage(search: string, language: PageLanguage): string {
  const query = new URLSearchParams(search);
  query.set('ui_locales', language);
  return `/oauth/authorize?${query}`;
}
