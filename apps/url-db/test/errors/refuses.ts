import { expect } from 'vitest';
import { errorTable, type UrlDbErrorCode } from '../../src/errors/error-table.ts';
import type { RawAnswer } from '../support/send.ts';

/** An error as it is promised: flat, error and message first, in Korean where nothing else is asked for. */
export function refuses(answer: RawAnswer, code: UrlDbErrorCode, facts: object = {}): void {
  expect(answer.body, answer.text).toMatchObject({ error: code, ...facts });
  expect(answer.status).toBe(errorTable[code].status);
  expect(answer.headers['content-type']).toContain('application/json');
  expect(Object.keys(answer.body).slice(0, 2)).toEqual(['error', 'message']);
  expect(answer.body.message).toMatch(/[가-힣]/);
}

/** The fields that a VALIDATION_ERROR names. */
export function fieldsOf({ body }: RawAnswer): readonly string[] {
  return body.details.map(({ field }: { field: string }) => field);
}
