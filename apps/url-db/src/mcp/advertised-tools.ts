import type { Tool } from '@modelcontextprotocol/server';
import type { Operation, ToolHints } from '../operations/define-operation.ts';
import { operations } from '../operations/operations.ts';
import type { Language } from '../types.ts';
import { inputSchemaOf, type JsonSchema, outputSchemaOf } from './json-schema.ts';

type ToolOperation = Operation & { readonly tool: ToolHints };

export const toolOperations: readonly ToolOperation[] = operations.filter(
  (operation): operation is ToolOperation => operation.tool !== undefined,
);

const lists: Partial<Record<Language, readonly Tool[]>> = {};

/** The tools as `tools/list` shows them; made once for each language, when somebody asks. */
export function advertisedTools(language: Language): readonly Tool[] {
  lists[language] ??= toolOperations.map((operation) => advertise(operation, language));
  return lists[language];
}

function advertise(operation: ToolOperation, language: Language): Tool {
  const { name, title, description, input, output, tool } = operation;
  const inputSchema = inputSchemaOf(input, language);
  return {
    name,
    title: title[language],
    description: description[language],
    inputSchema: inputSchema as Tool['inputSchema'],
    outputSchema: withFailure(outputSchemaOf(output)) as NonNullable<Tool['outputSchema']>,
    annotations: tool,
  };
}

/** Clients hold failures against the schema too, so it names both. */
function withFailure(schema: JsonSchema): JsonSchema {
  const outcomes = (schema.anyOf as readonly JsonSchema[] | undefined) ?? [schema];
  const properties = Object.assign({}, ...outcomes.map((outcome) => outcome.properties));
  const text = { type: 'string' };
  return {
    type: 'object',
    properties: { ...properties, error: text, message: text },
    anyOf: [...outcomes.map(({ required }) => ({ required })), { required: ['error', 'message'] }],
  };
}
