import type { Operation } from '../operations/define-operation.ts';
import type { Language } from '../types.ts';
import { type JsonSchema, jsonSchemaOf } from './components.ts';
import { exampleOf } from './example-of.ts';
import { json } from './responses.ts';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Where the fields of an input stand: in the path, in the query, or in the body. */
export function requestOf({ input, rest }: Operation, language: Language): JsonSchema {
  const { properties = {}, required = [] } = jsonSchemaOf(input, language) as ObjectSchema;
  const takesBody = rest.method === 'POST' || rest.method === 'PUT';
  const isInPath = (name: string) => rest.path.includes(`{${name}}`);
  const parameter = ([name, { description, ...schema }]: readonly [string, JsonSchema]) => ({
    name,
    in: isInPath(name) ? 'path' : 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  });
  const fields = Object.entries(properties);
  const others = fields.filter(([name]) => !isInPath(name));
  const parameters = [
    ...fields.filter(([name]) => isInPath(name)),
    ...(takesBody ? [] : others),
  ].map(parameter);
  const needed = required.filter((name) => !isInPath(name));
  const body = {
    type: 'object',
    properties: Object.fromEntries(others),
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
  };
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(takesBody && {
      requestBody: {
        required: needed.length > 0,
        ...json(body, { example: exampleOf(body) }),
      },
    }),
  };
}
