import type { Language } from '@jeonbo/core';
import type { Words } from '../words.ts';

interface PromptArgument {
  readonly name: string;
  readonly description: Words;
  readonly values: readonly string[];
}

/** A task with the code for it, handed to a model. */
export interface Prompt {
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  readonly arguments: readonly PromptArgument[];
  readonly build: (
    given: Readonly<Record<string, string | undefined>>,
    language: Language,
  ) => Promise<string>;
}
