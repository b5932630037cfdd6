/** What models and their endpoints understand of JSON Schema. CLOVA Studio refuses some of the rest. */
const understood = new Set([
  ...['type', 'description', 'properties', 'required', 'items', 'enum', 'const', 'anyOf', 'oneOf'],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'default'],
]);

/** A tool's input schema as a function's parameters. The server checks the input itself, by the whole schema. */
export function plainSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plainSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => understood.has(keyword))
      .map(([keyword, value]) => [
        keyword,
        keyword === 'properties' ? eachProperty(value) : plainSchema(value),
      ]),
  );
}

function eachProperty(properties: object): object {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, plainSchema(schema)]),
  );
}
