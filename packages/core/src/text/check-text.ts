import type { Issue } from '../issue.ts';
import { countCharacters } from './measure-text.ts';

export interface TextRules {
  /** Most characters (code points) that the provider takes. */
  readonly maxCharacters: number;
  /** Default `text`. */
  readonly field?: string;
}

/**
 * What every provider refuses: a text that is empty or too long. White space and invisible characters are empty.
 *
 * @returns no issue or one error: `EMPTY_MESSAGE`, `MESSAGE_TOO_LONG`
 * @example checkText(' ', { maxCharacters: 2000 })[0]?.code // 'EMPTY_MESSAGE'
 */
export function checkText(text: string, { maxCharacters, field = 'text' }: TextRules): Issue[] {
  // U+3164 is the Hangul filler: a letter that shows nothing.
  if (!/[^\s\p{Cc}\p{Cf}\u3164]/u.test(text))
    return [{ code: 'EMPTY_MESSAGE', field, message: 'The text is empty.' }];
  return overLimit('MESSAGE_TOO_LONG', field, 'characters', countCharacters(text), maxCharacters);
}

/** The issue of a figure above its limit, or none. */
export function overLimit(
  code: Issue['code'],
  field: string,
  unit: 'bytes' | 'characters',
  count: number,
  limit: number,
): Issue[] {
  if (count <= limit) return [];
  const message = `${count} ${unit}, over the limit of ${limit}.`;
  return [{ code, field, message, details: { [unit]: count, limit } }];
}
