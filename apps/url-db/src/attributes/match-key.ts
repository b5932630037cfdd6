import { decimalKey } from './decimal.ts';
import type { AttributeType } from './types.ts';

/** Characters of a value that its match key holds: an index takes no value of 10 MB. */
export const matchKeyLength = 64;

/** What an index over the values of one attribute orders and compares: numbers as numbers, all else by its beginning. */
export function matchKey(type: AttributeType, value: string): string {
  if (type === 'number') return decimalKey(value);
  // Twice as many code units hold at least as many characters.
  return Array.from(value.slice(0, 2 * matchKeyLength))
    .slice(0, matchKeyLength)
    .join('');
}
