import { errorTable, type UrlDbErrorCode } from '../errors/error-table.ts';
import type { Operation } from '../operations/define-operation.ts';
import type { Language } from '../types.ts';
import { type JsonSchema, jsonSchemaOf } from './components.ts';
import { errorExample } from './error-examples.ts';

/** What any call may be answered with, by their names in the document. */
const common = {
  Unauthorized: 'UNAUTHORIZED',
  Forbidden: 'FORBIDDEN',
  TooLarge: 'PAYLOAD_TOO_LARGE',
  RateLimited: 'RATE_LIMITED',
  Internal: 'INTERNAL_ERROR',
  Unavailable: 'UNAVAILABLE',
} as const satisfies Record<string, UrlDbErrorCode>;

const successWords = {
  200: { en: 'Done', ko: '성공' },
  201: { en: 'Created', ko: '생성됨' },
  204: { en: 'Deleted, no body', ko: '삭제됨, 본문 없음' },
} as const;

/** The error of the whole API: flat, with the fields of its code beside it. */
export const errorSchema: JsonSchema = {
  type: 'object',
  properties: {
    error: { type: 'string', enum: Object.keys(errorTable) },
    message: { type: 'string' },
    details: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, message: { type: 'string' } },
        required: ['field', 'message'],
      },
    },
  },
  required: ['error', 'message'],
};

export function responsesOf(operation: Operation, language: Language): JsonSchema {
  const { status } = operation.rest;
  const success = {
    description: successWords[status][language],
    ...(status !== 204 && json(jsonSchemaOf(operation.output, language))),
  };
  const shared = Object.entries(common).map(([name, code]) => [
    errorTable[code].status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return {
    [status]: success,
    ...ownErrors(['VALIDATION_ERROR', ...operation.errors], language),
    ...Object.fromEntries(shared),
  };
}

export function commonResponses(language: Language): JsonSchema {
  const entries = Object.entries(common);
  return Object.fromEntries(entries.map(([name, code]) => [name, errorResponse([code], language)]));
}

/** One a status; a status that several codes share names them all. */
function ownErrors(codes: readonly UrlDbErrorCode[], language: Language): JsonSchema {
  const byStatus = Map.groupBy(codes, (code) => errorTable[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [status, errorResponse(same, language)]),
  );
}

function errorResponse(codes: readonly UrlDbErrorCode[], language: Language): JsonSchema {
  const lines = codes.map((code) => `${code}: ${errorTable[code].words[language]}`);
  const examples = codes.map((code) => [code, { value: errorExample(code, language) }]);
  const isToWait = codes.some((code) => code === 'RATE_LIMITED' || code === 'UNAVAILABLE');
  return {
    description: lines.join('\n'),
    ...(isToWait && { headers: { 'Retry-After': { schema: { type: 'integer', minimum: 0 } } } }),
    ...json(
      { $ref: '#/components/schemas/Error' },
      { examples: Object.fromEntries(examples) as JsonSchema },
    ),
  };
}

/** A content of JSON, with examples where there are any. */
export function json(schema: JsonSchema, examples: JsonSchema = {}) {
  return { content: { 'application/json': { schema, ...examples } } };
}
