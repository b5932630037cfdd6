import * as z from 'zod';
import type { Operation } from '../../src/operations/define-operation.ts';
import { takesBody } from './requests.ts';

export interface WrongValue {
  readonly field: string;
  /** Where it stands: a text, as it is written in an address. */
  readonly place: 'path' | 'query' | 'body';
  readonly value: unknown;
}

interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
}

/** Values just beyond what the schema of each field takes, and of other types: for whatever operation, known or new. */
export function wrongValuesOf({ input, rest, ...operation }: Operation): readonly WrongValue[] {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input' });
  const isBody = takesBody({ input, rest, ...operation });
  return Object.entries(properties as Readonly<Record<string, FieldSchema>>).flatMap(
    ([field, schema]) => {
      const place = rest.path.includes(`{${field}}`) ? 'path' : isBody ? 'body' : 'query';
      const values = place === 'body' ? beyond(schema) : writtenBeyond(schema);
      return values.map((value) => ({ field, place, value }) as const);
    },
  );
}

function beyond(schema: FieldSchema): readonly unknown[] {
  const { anyOf, ...own } = schema;
  // One that may be null has its rules in the other half, and what people read beside it.
  if (anyOf) return beyond({ ...own, ...anyOf[0] });
  const { type, maxLength, minItems, maxItems, items } = own;
  const list = (length: number) => Array.from({ length }, () => sampleOf(items));
  return [
    { a: { b: 1 } },
    [[]],
    1.5,
    ...numbersBeyond(schema),
    ...(type === 'boolean' ? ['true', 0, null] : []),
    ...(type === 'integer' ? ['1', '', true] : []),
    ...(type === 'string' ? [false, 7] : []),
    ...(schema.enum ? ['nonsense', ''] : []),
    // As people count them: one that is two units long is one.
    ...(maxLength === undefined ? [] : ['a'.repeat(maxLength + 1), '🚀'.repeat(maxLength + 1)]),
    ...(minItems ? [list(minItems - 1)] : []),
    ...(maxItems === undefined ? [] : [list(maxItems + 1)]),
  ];
}

function writtenBeyond(schema: FieldSchema): readonly string[] {
  const { type, maxLength } = schema;
  if (type === 'integer')
    return ['x', '1.5', '', '1e1', '0x1', '9'.repeat(20), ...numbersBeyond(schema).map(String)];
  if (type === 'boolean') return ['yes', '1', '', 'TRUE'];
  return maxLength === undefined ? [] : ['a'.repeat(maxLength + 1), '🚀'.repeat(maxLength + 1)];
}

function numbersBeyond({ type, minimum, maximum }: FieldSchema): readonly number[] {
  if (type !== 'integer') return [];
  return [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
  ];
}

function sampleOf(items: FieldSchema | undefined): unknown {
  return items?.enum?.[0] ?? (items?.type === 'object' ? {} : 'a');
}
