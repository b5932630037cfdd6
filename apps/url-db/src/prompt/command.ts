import type { OperationContext } from '../operations/define-operation.ts';
import { fill, type Words } from '../words.ts';

export interface PromptContext {
  readonly operations: OperationContext;
  /** Places on a line of the terminal; undefined where it is none. */
  readonly width: number | undefined;
}

interface Parameter {
  readonly name: string;
  /** What completes it. */
  readonly kind?: 'domain' | 'key' | 'command';
  readonly optional?: true;
}

/** Something that can be typed. */
export interface Command {
  readonly name: string;
  /** Names that mean the same. */
  readonly others?: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Whether the last parameter takes all words that follow. */
  readonly takesRest?: true;
  readonly about: Words;
  /**
   * @param values of the parameters, in their order; what was left out is undefined
   * @returns what is shown; undefined ends the prompt
   * @throws UrlDbError, PromptError
   */
  run(values: readonly (string | undefined)[], context: PromptContext): Promise<string | undefined>;
}

/** @example usageOf(createNode) // 'create_node <domain> <url> [title]' */
export function usageOf({ name, parameters }: Command): string {
  const shown = parameters.map(({ name: parameter, optional }) =>
    optional ? `[${parameter}]` : `<${parameter}>`,
  );
  return [name, ...shown].join(' ');
}

/** A line that cannot be understood; its words wait for the language. */
export class PromptError extends Error {
  readonly words: Words;

  constructor(words: Words, values: Readonly<Record<string, string>> = {}) {
    super(fill(words.en, values));
    this.words = { en: this.message, ko: fill(words.ko, values) };
  }
}
