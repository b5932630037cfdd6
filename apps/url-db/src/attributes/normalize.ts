import { parseUrl } from '../urls/parse-url.ts';
import { isDecimal } from './decimal.ts';
import type { AttributeProblem } from './issues.ts';
import type { AttributeType } from './types.ts';

const valueLimits = {
  tag: 50,
  string: 1000,
  markdown: 10_000,
  imageBytes: 10 * 1024 * 1024,
};

export type Normalized =
  | { readonly value: string }
  | { readonly problem: AttributeProblem; readonly limit?: number };

/**
 * The value as it is kept, or why it cannot be.
 *
 * @example normalize('tag', ' JavaScript ') // { value: 'javascript' }
 */
export function normalize(type: AttributeType, given: string): Normalized {
  return rules[type](given);
}

/** Trimmed and in lower case, in any script. */
export function normalizeTag(given: string): string {
  return given.trim().toLowerCase().normalize('NFC');
}

const lineBreak = /[\n\r\v\f\u0085\u2028\u2029]/;
const control = /(?![\t\n\r])\p{Cc}/u;

function tag(given: string): Normalized {
  const value = normalizeTag(given);
  if (lineBreak.test(value)) return { problem: 'line_break' };
  if (/[,;|]/.test(value)) return { problem: 'separator' };
  return text(value, valueLimits.tag);
}

const rules: Readonly<Record<AttributeType, (given: string) => Normalized>> = {
  tag,
  ordered_tag: tag,
  number(given) {
    const value = given.trim();
    if (value === '') return { problem: 'empty' };
    return isDecimal(value) ? { value } : { problem: 'not_a_number' };
  },
  string: (given) =>
    lineBreak.test(given) ? { problem: 'line_break' } : text(given, valueLimits.string),
  markdown: (given) => text(given, valueLimits.markdown),
  image: (given) => (/^\s*data:/i.test(given) ? dataImage(given.trim()) : linkedImage(given)),
};

function text(value: string, limit: number): Normalized {
  if (value.trim() === '') return { problem: 'empty' };
  if (value.length > limit && [...value].length > limit) return { problem: 'too_long', limit };
  if (control.test(value) || !value.isWellFormed()) return { problem: 'control_character' };
  return { value };
}

function linkedImage(given: string): Normalized {
  const parsed = parseUrl(given);
  if ('url' in parsed) return { value: parsed.url };
  return { problem: parsed.problem === 'empty' ? 'empty' : 'not_an_image' };
}

function dataImage(given: string): Normalized {
  const [header = ''] = given.split(',', 1);
  if (!/^data:image\/(?:jpeg|png|gif|webp);base64$/i.test(header))
    return { problem: 'not_an_image' };
  const data = given.slice(header.length + 1);
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  const limit = valueLimits.imageBytes;
  if ((data.length / 4) * 3 - padding > limit) return { problem: 'image_too_large', limit };
  const encoded = data.length > 0 && data.length % 4 === 0 && /^[a-z0-9+/]+={0,2}$/i.test(data);
  return encoded ? { value: given } : { problem: 'not_an_image' };
}
