import { type Html, html } from './html.ts';
import { linkUrls } from './link-urls.ts';

// All but line feed and tab; and the two that show letters in another order than they have, which no language needs.
const unwanted = /[^\P{Cc}\n\t]|[\u202D\u202E]/gu;

/** The text of a message in paragraphs, with every line break that it has. */
export function messageText(text: string): Html {
  const paragraphs = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unwanted, '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
    // More than one empty line stays more than one.
    .split(/(?<!\n)\n\n/);
  return html`${paragraphs.map((paragraph) => html`<p dir="auto">${linkUrls(paragraph)}</p>\n`)}`;
}

/** For screen readers and hyphenation: `undefined` where the letters do not tell. */
export function languageOfText(text: string): string | undefined {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const hangul = count(/\p{Script=Hangul}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const latin = count(/\p{Script=Latin}/gu);
  const letters = count(/\p{L}/gu);
  if (hangul > 0 && hangul >= kana && hangul * 5 >= latin) return 'ko';
  if (kana > 0 && kana * 5 >= latin) return 'ja';
  return latin * 2 > letters ? 'en' : undefined;
}
