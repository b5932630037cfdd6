import type { JsonSchema } from './components.ts';

/** A value that fits a schema of our inputs, to begin with: the fields that are needed, or else all. */
export function exampleOf(schema: JsonSchema): unknown {
  const { examples, default: byDefault, enum: values, anyOf, type, minimum } = schema;
  const [example] = (examples ?? values ?? []) as readonly unknown[];
  if (byDefault !== undefined) return byDefault;
  if (example !== undefined) return example;
  if (Array.isArray(anyOf)) return exampleOf(anyOf[0] as JsonSchema);
  if (type === 'object') return objectExample(schema);
  if (type === 'array') return [exampleOf(schema.items as JsonSchema)];
  if (type === 'integer' || type === 'number') return minimum ?? 0;
  return type === 'boolean' ? false : '';
}

function objectExample({ properties, required }: JsonSchema): unknown {
  const fields = Object.entries((properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  const needed = (required ?? fields.map(([name]) => name)) as readonly string[];
  return Object.fromEntries(
    fields
      .filter(([name]) => needed.includes(name))
      .map(([name, property]) => [name, exampleOf(property)]),
  );
}
