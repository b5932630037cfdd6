import type { Language } from '@jeonbo/core';
import type * as z from 'zod';
import type { UrlDbErrorCode } from '../errors/error-table.ts';
import { validate } from '../schemas/validate.ts';
import type { UrlStore } from '../storage/store.ts';
import type { Words } from '../words.ts';

// An operation is the one place of what url-db does. src/http makes a route of it, src/openapi a chapter, src/mcp a tool;
// the prompt calls it.
//
// To add one: write its input and output in src/schemas, `defineOperation` in a file of its group here, and name it in
// operations.ts. Nothing else knows it by name.

/** What operations work with; one for each language, made once. */
export interface OperationContext {
  readonly store: UrlStore;
  /** First part of every key. */
  readonly toolName: string;
  /** Which URLs are kept: `http`, `https`. */
  readonly schemes: readonly string[];
  /** Whether a name that a domain does not define is defined by setting it. */
  readonly autoCreateAttributes: boolean;
  /** Of answers that hold words. */
  readonly language: Language;
  /** Why nothing is delivered to an address; undefined where it may be. */
  readonly endpointProblem: (endpoint: string) => Promise<Words | undefined>;
}

interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/mcp`; `{name}` is a field of the input. Other fields come in the query of GET and DELETE, else in the body. */
  readonly path: string;
  /** Of success. With 204 the answer has no body. */
  readonly status: 200 | 201 | 204;
}

/** What an agent is told about a tool; see the annotations of MCP. */
export interface ToolHints {
  readonly readOnlyHint: boolean;
  readonly destructiveHint: boolean;
  readonly idempotentHint: boolean;
  readonly openWorldHint: boolean;
}

export interface OperationDefinition<Input extends z.ZodType, Output extends z.ZodType> {
  /** snake_case; the tool's name, and the operationId of OpenAPI. */
  readonly name: string;
  readonly title: Words;
  /** What it does and what to know before; read by agents too. */
  readonly description: Words;
  /** Strict: an unknown field is refused. */
  readonly input: Input;
  readonly output: Output;
  readonly rest: RestRoute;
  /** What it may answer beside what every call may: VALIDATION_ERROR, UNAUTHORIZED, INTERNAL_ERROR and their like. */
  readonly errors: readonly UrlDbErrorCode[];
  /** Where it is a tool. */
  readonly tool?: ToolHints | undefined;
  /** @throws UrlDbError */
  run(input: z.output<Input>, context: OperationContext): Promise<z.output<Output>>;
}

export interface Operation extends Omit<OperationDefinition<z.ZodType, z.ZodType>, 'run'> {
  /**
   * Validates, then runs.
   *
   * @throws UrlDbError
   */
  call(input: unknown, context: OperationContext): Promise<unknown>;
}

/** An operation that keeps its types, for who calls it from code. */
export interface TypedOperation<Input extends z.ZodType, Output extends z.ZodType>
  extends Operation {
  readonly input: Input;
  readonly output: Output;
  call(input: unknown, context: OperationContext): Promise<z.output<Output>>;
  run(input: z.output<Input>, context: OperationContext): Promise<z.output<Output>>;
}

export function defineOperation<Input extends z.ZodType, Output extends z.ZodType>(
  definition: OperationDefinition<Input, Output>,
): TypedOperation<Input, Output> {
  const { input: schema, run } = definition;
  return {
    ...definition,
    // Not async: it would wait for the promise of `run` for three turns more.
    call(input, context) {
      try {
        return run(validate(schema, input), context);
      } catch (error) {
        return Promise.reject(error);
      }
    },
  };
}

/** Annotations by what a tool does; none of them leaves the database. */
export const reads: ToolHints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

export const adds: ToolHints = {
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: false,
  openWorldHint: false,
};

/** Overwrites or deletes; a second time changes nothing more. */
export const replaces: ToolHints = {
  readOnlyHint: false,
  destructiveHint: true,
  idempotentHint: true,
  openWorldHint: false,
};
