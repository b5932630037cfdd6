import { errorTable, type UrlDbErrorCode } from '../errors/error-table.ts';
import type { Operation } from '../operations/define-operation.ts';
import type { Language } from '../types.ts';
import { type JsonSchema, jsonSchemaOf } from './components.ts';

/** What any call may be answered with. */
const always: readonly UrlDbErrorCode[] = [
  'VALIDATION_ERROR',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'PAYLOAD_TOO_LARGE',
  'RATE_LIMITED',
  'INTERNAL_ERROR',
  'UNAVAILABLE',
];

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
    ...(status !== 204 && json(jsonSchemaOf(operation.output))),
  };
  return { [status]: success, ...errorResponses(operation.errors, language) };
}

/** One a status; a status that several codes share names them all. */
function errorResponses(own: readonly UrlDbErrorCode[], language: Language): JsonSchema {
  const byStatus = new Map<number, UrlDbErrorCode[]>();
  for (const code of [...own, ...always]) {
    const { status } = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const entries = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    entries.map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${code}: ${errorTable[code].words[language]}`).join('\n'),
        ...json({ $ref: '#/components/schemas/Error' }),
      },
    ]),
  );
}

export function json(schema: JsonSchema) {
  return { content: { 'application/json': { schema } } };
}
