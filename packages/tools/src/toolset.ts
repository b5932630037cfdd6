import type { FieldNames } from './issues.ts';
import type { Prompt } from './prompts/prompt.ts';
import type { Resource } from './resources/resource.ts';
import type { Tool, ToolContext } from './tool.ts';
import type { Words } from './words.ts';

/** Everything one server offers, in the order in which it is listed. */
export interface Toolset<Context extends ToolContext = ToolContext> {
  readonly tools: readonly Tool<Context>[];
  readonly prompts: readonly Prompt[];
  readonly resources: readonly Resource<Context>[];
  readonly fieldNames: FieldNames;
  /** What an agent should know before its first call. */
  readonly instructions: Words;
}
