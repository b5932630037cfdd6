import type { Language } from '@jeonbo/core';

/**
 * The language of a page: the first that was asked for and exists. Korean where nothing was, since Kakao's own page comes next.
 *
 * @example pageLanguage(query.get('ui_locales'), request.headers['accept-language'])
 */
export function pageLanguage(...wanted: readonly (string | null | undefined)[]): Language {
  const list = wanted.filter(Boolean).join(',');
  return /(?:^|[\s,])(ko|en)\b/i.exec(list)?.[1]?.toLowerCase() === 'en' ? 'en' : 'ko';
}
