import type { OperationContext } from '../../operations/define-operation.ts';
import type { Words } from '../../words.ts';

export interface PromptArgument {
  readonly name: string;
  readonly description: Words;
  readonly required: boolean;
  /** What it may be; undefined where it is a sentence of the user's own. */
  readonly complete?: 'domain';
}

/** A task that a person hands to an agent by its name. */
export interface Prompt {
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  readonly arguments: readonly PromptArgument[];
  /** @throws UrlDbError */
  build(
    values: Readonly<Record<string, string | undefined>>,
    context: OperationContext,
  ): Promise<string>;
}

export const domainArgument: PromptArgument = {
  name: 'domain_name',
  description: { en: 'Name of the domain', ko: '도메인 이름' },
  required: true,
  complete: 'domain',
};
