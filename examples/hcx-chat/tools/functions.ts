import type { Tool } from '@modelcontextprotocol/client';
import type { FunctionTool } from '../model/messages.ts';
import { plainSchema } from './plain-schema.ts';

/**
 * With it somebody else than the model agrees to a send. A model that could hand it over would agree in the person's
 * place, so it never hears of it.
 */
export const confirmation = 'confirm_token';

export interface NamedFunction {
  readonly tool: Tool;
  readonly definition: FunctionTool;
}

/** The tools of a server as functions, by the name that the model calls them by. */
export function functionsOf(tools: readonly Tool[]): ReadonlyMap<string, NamedFunction> {
  const functions = new Map<string, NamedFunction>();
  for (const tool of tools) {
    // Names of functions are narrower than those of tools.
    const name = tool.name.replace(/[^\w-]/g, '_').slice(0, 64);
    // The first one stays: two tools under one name would be a guess.
    if (!functions.has(name)) functions.set(name, { tool, definition: define(name, tool) });
  }
  return functions;
}

function define(name: string, { title, description, inputSchema }: Tool): FunctionTool {
  const { [confirmation]: _, ...properties } = inputSchema.properties ?? {};
  const parameters = plainSchema({ ...inputSchema, properties }) as object;
  return {
    type: 'function',
    function: { name, description: description ?? title ?? name, parameters },
  };
}
