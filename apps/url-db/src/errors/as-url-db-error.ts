import { randomUUID } from 'node:crypto';
import { type ErrorCode, JeonboError } from '@jeonbo/core';
import { problems } from '../schemas/problems.ts';
import { invalid } from './make-errors.ts';
import { UrlDbError } from './url-db-error.ts';

const passing: readonly ErrorCode[] = ['NETWORK_ERROR', 'TIMEOUT', 'RATE_LIMITED', 'CONFLICT'];

/**
 * What a caller is told of an error that an operation threw. What the database says is for the log: the answer has an id
 * by which the two are brought together (the error is the cause).
 */
export function asUrlDbError(error: unknown): UrlDbError {
  if (UrlDbError.is(error)) return error;
  if (JeonboError.is(error)) {
    if (error.field === 'cursor') return invalid('cursor', problems.cursor);
    if (error.code === 'NOT_SUPPORTED') return new UrlDbError('NOT_SUPPORTED', { cause: error });
    if (passing.includes(error.code)) return new UrlDbError('UNAVAILABLE', { cause: error });
  }
  return new UrlDbError('INTERNAL_ERROR', { facts: { error_id: randomUUID() }, cause: error });
}
