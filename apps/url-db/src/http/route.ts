import * as z from 'zod';
import { invalid } from '../errors/make-errors.ts';
import type { Operation } from '../operations/define-operation.ts';
import { problems } from '../schemas/problems.ts';
import { asKind, type FieldKind, readQuery } from './read-query.ts';

/** An operation as it is called over HTTP; everything about it that can be known before a request is. */
export interface Route {
  readonly operation: Operation;
  /** Of the path, in their order. */
  readonly parameters: readonly string[];
  readonly takesBody: boolean;
  /**
   * The input of the operation, not yet validated.
   *
   * @param values of the path's parameters, as they stand in the address
   * @throws UrlDbError `VALIDATION_ERROR`
   */
  inputOf(values: readonly string[], query: string | undefined, body: unknown): unknown;
}

export function createRoute(operation: Operation): Route {
  const { method, path } = operation.rest;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const takesBody = method === 'POST' || method === 'PUT';
  const kinds = kindsOf(operation.input);
  const fromPath = (values: readonly string[]) => {
    const input: Record<string, unknown> = {};
    for (const [index, name] of parameters.entries())
      input[name] = asKind(decoded(values[index] ?? '', name), kinds.get(name) ?? 'text');
    return input;
  };
  return {
    operation,
    parameters,
    takesBody,
    inputOf(values, query, body) {
      const input = fromPath(values);
      if (query) merge(input, readQuery(query, takesBody ? new Map() : kinds), !takesBody);
      if (!takesBody) return input;
      if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
      merge(input, body, true);
      return input;
    },
  };
}

/** A name that the path gives already is refused; of a call with a body, so is everything in the query. */
function merge(input: Record<string, unknown>, fields: object, isTaken: boolean): void {
  for (const [name, value] of Object.entries(fields)) {
    if (!isTaken) throw invalid(name, problems.unknown);
    if (Object.hasOwn(input, name)) throw invalid(name, problems.inPath);
    // Not by assignment: `__proto__` is a name like any other, to be refused by the schema.
    Object.defineProperty(input, name, { value, enumerable: true, configurable: true });
  }
}

function decoded(value: string, name: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    throw invalid(name, problems.encoding);
  }
}

/** Fields of an input that are no text where they stand in an address, by the schema itself. */
function kindsOf(schema: z.ZodType): ReadonlyMap<string, FieldKind> {
  if (!(schema instanceof z.ZodObject)) return new Map();
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return new Map(fields.map(([name, field]) => [name, kindOf(field)]));
}

function kindOf(schema: z.ZodType): FieldKind {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return kindOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodNumber) return 'number';
  return schema instanceof z.ZodBoolean ? 'boolean' : 'text';
}
