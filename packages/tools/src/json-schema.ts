export type JsonSchema = Readonly<Record<string, unknown>>;

// What tools answer is described in JSON Schema itself: nothing has to be converted before a server's first answer.
export const text: JsonSchema = { type: 'string' };
export const integer: JsonSchema = { type: 'integer' };
export const flag: JsonSchema = { type: 'boolean' };
export const anyObject: JsonSchema = { type: 'object' };

export function words(...values: readonly string[]): JsonSchema {
  return { type: 'string', enum: values };
}

export function nullable({ type, ...schema }: JsonSchema): JsonSchema {
  return { type: [type, 'null'], ...schema };
}

export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function described(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description };
}

/** What an object holds; more fields may come with later versions. */
export interface ObjectShape {
  readonly required: Readonly<Record<string, JsonSchema>>;
  readonly optional?: Readonly<Record<string, JsonSchema>>;
}

export function object({ required, optional = {} }: ObjectShape): JsonSchema {
  const properties = { ...required, ...optional };
  return { type: 'object', properties, required: Object.keys(required) };
}
