import type { Schema } from './contract.ts';

export type Parameters = readonly {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}[];

/** A form as the values that its schema speaks of: lists from repeated keys, numbers and truth values from words. */
export function decodeForm(form: URLSearchParams, { properties = {} }: Schema) {
  const value: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const name of new Set(form.keys())) {
    const schema = properties[name];
    const all = form.getAll(name);
    // ajv would let unknown names pass: the contract does not close its objects.
    if (!schema) faults.push(`form/${name} is not in the contract`);
    else if (schema.type === 'array') value[name] = all.map((one) => decode(one, schema.items));
    else if (all.length > 1) faults.push(`form/${name} is given ${all.length} times`);
    else value[name] = decode(all[0] ?? '', schema);
  }
  return { value, faults };
}

export function decodeQuery(query: URLSearchParams, parameters: Parameters) {
  const faults: string[] = [];
  const values = [...query].flatMap(([name, text]) => {
    const found = parameters.find((one) => one.in === 'query' && one.name === name);
    if (found)
      return [{ name, schema: dayOrTime(found.schema), value: decode(text, found.schema) }];
    faults.push(`query/${name} is not in the contract`);
    return [];
  });
  return { values, faults };
}

function decode(text: string, schema: Schema | undefined): unknown {
  if (/^(?:integer|number)$/.test(schema?.type ?? '') && /^-?\d+(?:\.\d+)?$/.test(text))
    return Number(text);
  if (schema?.type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  return text;
}

/** Date filters are declared as times; their descriptions and examples say days (`2008-01-02`). Both are taken. */
function dayOrTime(schema: Schema): Schema {
  return schema.format === 'date-time' ? { ...schema, format: 'day-or-time' } : schema;
}
