import type { Language } from '@jeonbo/core';
import * as z from 'zod/mini';
import type { Annotations, Tool, ToolContext } from './tool.ts';

export type JsonSchema = Record<string, unknown>;

/** A tool as `tools/list` shows it. */
export interface Listing {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
  readonly annotations: Annotations;
}

const listings = new WeakMap<object, Partial<Record<Language, Listing>>>();

/** Built at the first listing of a language, then kept: servers are made for each connection or request. */
export function listTool<Context extends ToolContext>(
  tool: Tool<Context>,
  language: Language,
): Listing {
  const known = listings.get(tool) ?? {};
  listings.set(tool, known);
  known[language] ??= {
    name: tool.name,
    title: tool.title[language],
    description: tool.description[language],
    inputSchema: inputSchemaOf(tool, language),
    outputSchema: outputSchemaOf(tool),
    annotations: tool.annotations,
  };
  return known[language];
}

function inputSchemaOf<Context extends ToolContext>(
  { input, parameters }: Tool<Context>,
  language: Language,
): JsonSchema {
  const schema = lean(z.toJSONSchema(input, { io: 'input' })) as JsonSchema;
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(
    ([name, property]) => {
      const description = parameters[name]?.[language];
      return [name, description === undefined ? property : { ...property, description }];
    },
  );
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** Clients hold failures against the schema too, so it names both shapes. */
function outputSchemaOf<Context extends ToolContext>({ output }: Tool<Context>): JsonSchema {
  const schema = withoutClosing(lean(z.toJSONSchema(output, { io: 'output' }))) as JsonSchema;
  return {
    type: 'object',
    properties: { ...(schema.properties as JsonSchema), ...failureProperties },
    anyOf: [
      { required: schema.required ?? [] },
      { required: Object.keys(failureProperties).slice(0, 3) },
    ],
  };
}

const failureProperties = {
  success: { type: 'boolean' },
  error: { type: 'string' },
  error_code: { type: 'string' },
  details: { type: 'object' },
};

/** Without what tells a model nothing and costs it tokens at every turn. */
function lean(schema: unknown): unknown {
  return mapObjects(schema, (entries) =>
    entries.filter(
      ([key, value]) =>
        key !== '$schema' &&
        key !== 'propertyNames' &&
        !(key === 'properties' && Object.keys(value as object).length === 0) &&
        Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER,
    ),
  );
}

/** Answers may gain fields; nobody should be refused for them. */
function withoutClosing(schema: unknown): unknown {
  return mapObjects(schema, (entries) => entries.filter(([key]) => key !== 'additionalProperties'));
}

function mapObjects(
  value: unknown,
  change: (entries: [string, unknown][]) => [string, unknown][],
): unknown {
  if (Array.isArray(value)) return value.map((inner) => mapObjects(inner, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = change(Object.entries(value));
  return Object.fromEntries(entries.map(([key, inner]) => [key, mapObjects(inner, change)]));
}
