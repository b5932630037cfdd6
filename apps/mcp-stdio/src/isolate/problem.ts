import { exitCodes } from '../exit-codes.ts';
import type { Language } from '../types.ts';
import { problemTexts } from './problem-texts.ts';

type ProblemCode = keyof (typeof problemTexts)['en'];

/** One thing that is wrong: which, where, and what it takes to put it right. */
export interface Problem {
  readonly code: ProblemCode;
  /** An option, a field of the manifest (`permissions[2]`), or what was asked for. */
  readonly field: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** Why nothing is started. Holds everything that was found, so that nobody mends one thing a run. */
export class IsolateError extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: number;

  constructor(problems: readonly Problem[], exitCode: number = exitCodes.failed) {
    super(problems.map(({ code, field }) => `${code} ${field}`).join(', '));
    this.name = 'IsolateError';
    this.problems = problems;
    this.exitCode = exitCode;
  }

  in(language: Language): string {
    return this.problems.map((problem) => wordsOf(problem, language)).join('\n');
  }
}

function wordsOf({ code, field, values = {} }: Problem, language: Language): string {
  const [wrong, right] = problemTexts[language][code];
  const text = fill(`${wrong}\n  ${right}`, { field, ...values });
  return `${code} ${field}: ${text}`;
}

export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
