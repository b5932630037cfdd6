import type { Language } from '../types.ts';

/**
 * The language of an answer: the better liked of Korean and English, Korean where neither is named.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 * @example acceptLanguage('en-US,en;q=0.9,ko;q=0.8') // 'en'
 */
export function acceptLanguage(header: string | undefined): Language {
  // What most programs send.
  if (header === undefined || header === '*') return 'ko';
  let best: Language = 'ko';
  let liked = 0;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.split(';');
    const [name] = tag.trim().toLowerCase().split('-');
    if (name !== 'ko' && name !== 'en') continue;
    const weight = weightOf(parameters);
    if (weight > liked) {
      best = name;
      liked = weight;
    }
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [, weight] = /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameter) ?? [];
    if (weight !== undefined) return Number(weight) || 0;
  }
  return 1;
}
