import { JeonboError } from '@jeonbo/core';
import { describeFailure, isFault } from './failure.ts';
import type { LinkToOpen, Question, ToolCall, ToolContext } from './tool.ts';
import type { Toolset } from './toolset.ts';

/** What a call answers, in the words of the protocol. */
export interface CallResult {
  readonly structuredContent: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly isError: boolean;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: ToolCall['progress'];
}

/**
 * Calls a tool without the protocol, behind the same guard rails: for `jeonbo-mcp call`. Nobody can be asked during
 * the call, so a confirmation is by token.
 *
 * @returns never throws: a failure is a result with `isError`
 */
export async function callTool<Context extends ToolContext>(
  toolset: Toolset<Context>,
  name: string,
  input: unknown,
  context: Context,
  { signal, onProgress }: CallOptions = {},
): Promise<CallResult> {
  const answer = await runTool(toolset, name, input, context, {
    ...(signal && { signal }),
    progress: onProgress ?? (() => {}),
    person: { canBeAsked: false },
  });
  if ('question' in answer) throw new Error('A tool asked a person who cannot be asked.');
  return answer;
}

/** Runs a tool; the one place where an error becomes words. */
export async function runTool<Context extends ToolContext>(
  toolset: Toolset<Context>,
  name: string,
  input: unknown,
  context: Context,
  call: ToolCall,
): Promise<CallResult | { readonly question: Question | LinkToOpen }> {
  const tool = toolset.tools.find((one) => one.name === name);
  const reader = { ...context, fieldNames: { ...toolset.fieldNames, ...tool?.fieldNames } };
  try {
    if (!tool) throw unknownTool(toolset, name);
    const answer = await tool.run(input, reader, call);
    if ('question' in answer) return answer;
    return { structuredContent: answer.data, text: answer.text, isError: false };
  } catch (error) {
    if (isFault(error)) context.onFault?.(error, name);
    const { structuredContent, text } = describeFailure(error, reader);
    const own = JeonboError.is(error) ? tool?.inFailure?.(error, reader) : undefined;
    return {
      structuredContent: { ...structuredContent, ...own?.data },
      text: own?.text ? `${text}\n${own.text}` : text,
      isError: true,
    };
  }
}

function unknownTool<Context extends ToolContext>({ tools }: Toolset<Context>, name: string) {
  const names = tools.map((tool) => tool.name).join(', ');
  return new JeonboError('NOT_FOUND', `No tool ${name}. There are: ${names}.`, { field: 'tool' });
}
