import * as z from 'zod';
import { koreanDescription } from '../schemas/described.ts';
import type { Language } from '../types.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a tool takes, as an agent reads it. */
export function inputSchemaOf(schema: z.ZodType, language: Language): JsonSchema {
  return lean(
    z.toJSONSchema(schema, {
      io: 'input',
      override({ zodSchema, jsonSchema }) {
        const words = language === 'ko' && koreanDescription(zodSchema);
        if (words) jsonSchema.description = words;
      },
    }),
  );
}

/** What a tool answers. Fields may be added later, so others than those named are not ruled out. */
export function outputSchemaOf(schema: z.ZodType): JsonSchema {
  const dropped = ['additionalProperties', 'examples', 'format', 'description'];
  return lean(z.toJSONSchema(schema, { io: 'output' }), dropped);
}

/** Tells an agent nothing, and costs it tokens at every turn. */
const idle = ['$schema', '$defs', 'id', 'pattern', 'propertyNames'];

/** References are written out: many clients do not follow them. None of our schemas holds itself. */
function lean(root: JsonSchema, dropped: readonly string[] = []): JsonSchema {
  const definitions = (root.$defs ?? {}) as Readonly<Record<string, JsonSchema>>;
  const isIdle = (key: string, value: unknown) =>
    idle.includes(key) ||
    dropped.includes(key) ||
    Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
  const visitSchema = (schema: JsonSchema): JsonSchema => {
    const { $ref, ...own } = schema;
    const referred = typeof $ref === 'string' ? definitions[$ref.replace('#/$defs/', '')] : {};
    const telling = Object.entries({ ...referred, ...own }).filter((entry) => !isIdle(...entry));
    return Object.fromEntries(telling.map(([key, value]) => [key, visitField(key, value)]));
  };
  const visitField = (key: string, value: unknown) =>
    key === 'properties' ? visitEach(value) : visit(value);
  /** Here the keys are names of fields, and `id` or `pattern` may be one. */
  const visitEach = (properties: unknown) =>
    Object.fromEntries(
      Object.entries(properties as object).map(([name, value]) => [name, visit(value)]),
    );
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    return typeof value === 'object' && value !== null ? visitSchema(value as JsonSchema) : value;
  };
  return visitSchema(root);
}
