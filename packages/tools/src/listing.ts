import type { Language } from '@jeonbo/core';
import * as z from 'zod/mini';
import { anyObject, flag, type JsonSchema, text } from './json-schema.ts';
import type { Annotations, Tool, ToolContext } from './tool.ts';

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

/** Made once for each language, its input schema when somebody asks for it. */
export function listTool<Context extends ToolContext>(
  tool: Tool<Context>,
  language: Language,
): Listing {
  const known = listings.get(tool) ?? {};
  listings.set(tool, known);
  known[language] ??= describe(tool, language);
  return known[language];
}

function describe<Context extends ToolContext>(tool: Tool<Context>, language: Language): Listing {
  let inputSchema: JsonSchema | undefined;
  return {
    name: tool.name,
    title: tool.title[language],
    description: tool.description[language],
    get inputSchema() {
      inputSchema ??= inputSchemaOf(tool, language);
      return inputSchema;
    },
    outputSchema: outputSchemaOf(tool),
    annotations: tool.annotations,
  };
}

function inputSchemaOf<Context extends ToolContext>(
  { input, parameters }: Tool<Context>,
  language: Language,
): JsonSchema {
  const schema = lean(z.toJSONSchema(input, { io: 'input' })) as Record<string, object>;
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    { ...property, description: parameters[name]?.[language] },
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

const failure = { success: flag, error: text, error_code: text };

/** Clients hold failures against the schema too, so it names both shapes. */
function outputSchemaOf<Context extends ToolContext>({
  output: { required, optional },
}: Tool<Context>): JsonSchema {
  const own = { ...required, ...optional };
  return {
    type: 'object',
    properties: { ...own, ...inFailure(own), details: anyObject },
    anyOf: [{ required: Object.keys(required) }, { required: Object.keys(failure) }],
  };
}

/** A tool may use a name of the failure's for something of its own, as Twilio's error_code. */
function inFailure(own: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  const fields = Object.entries(failure).map(([name, schema]) => {
    const other = own[name];
    return [name, other && other !== schema ? { anyOf: [other, schema] } : schema];
  });
  return Object.fromEntries(fields);
}

/** Without what tells a model nothing and costs it tokens at every turn. */
function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== 'object' || value === null) return value;
  const telling = Object.entries(value).filter(
    ([key, inner]) =>
      key !== '$schema' &&
      key !== 'propertyNames' &&
      Math.abs(Number(inner)) !== Number.MAX_SAFE_INTEGER,
  );
  return Object.fromEntries(telling.map(([key, inner]) => [key, lean(inner)]));
}
