import * as z from 'zod';
import { fillWords } from '../words.ts';
import { problems } from './problems.ts';
import type { RuleParams } from './validate.ts';

// Neither engine keeps half a surrogate pair, and PostgreSQL no NUL.
const unreadable = (value: string) => value.includes('\0') || !value.isWellFormed();

/** A text with a limit in characters as people count them (code points), not in UTF-16 units as zod's own. */
export function text(limit: number) {
  return z
    .string()
    .refine((value) => !isLonger(value, limit), rule(fillWords(problems.characters, { limit })))
    .refine((value) => !unreadable(value), rule(problems.unreadable))
    .meta({ maxLength: limit });
}

/** For `refine`: what it says where it is broken. */
export function rule(words: RuleParams['words']): { params: RuleParams & Record<string, unknown> } {
  return { params: { words } };
}

function isLonger(value: string, limit: number): boolean {
  return value.length > limit && [...value].length > limit;
}
