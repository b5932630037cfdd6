import type { Words } from '../words.ts';
import { UrlDbError } from './url-db-error.ts';

/** `VALIDATION_ERROR` about one field. */
export function invalid(field: string, message: Words): UrlDbError {
  return new UrlDbError('VALIDATION_ERROR', { details: [{ field, message }] });
}

export function domainNotFound(name: string): UrlDbError {
  return new UrlDbError('DOMAIN_NOT_FOUND', { facts: { domain_name: name } });
}

/** @param key as it was given */
export function nodeNotFound(key: string): UrlDbError {
  return new UrlDbError('NODE_NOT_FOUND', { facts: { composite_id: key } });
}

/** @param form `tool_name:domain_name:id` or that of attributes */
export function invalidKey(provided: string, form = 'tool_name:domain_name:id'): UrlDbError {
  return new UrlDbError('INVALID_COMPOSITE_KEY', { facts: { expected_format: form, provided } });
}
