import { fill } from '@jeonbo/server';
import { exitCodes } from '../../exit-codes.ts';
import type { Language } from '../../types.ts';
import { type ProblemCode, problemTexts } from './problem-texts.ts';

/** Why nobody is logged in or out: what happened, and what to do about it. Its words wait for the language. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly exitCode: number;
  readonly #values: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    values: Readonly<Record<string, string>> = {},
    exitCode: number = exitCodes.failed,
  ) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.exitCode = exitCode;
    this.#values = values;
  }

  in(language: Language): string {
    const [what, next] = problemTexts[language][this.code];
    return fill(`${what}\n  ${next}`, this.#values);
  }
}
