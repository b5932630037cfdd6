import type { UrlDbErrorCode } from '../errors/error-table.ts';
import { urlProblemWords } from '../errors/problem-words.ts';
import { type ErrorAnswer, UrlDbError, type UrlDbErrorOptions } from '../errors/url-db-error.ts';
import { maximumBodyBytes } from '../http/read-body.ts';
import type { Language } from '../types.ts';

const node = 'url-db:tech-articles:123';
const attribute = 'url-db:tech-articles:attr-7';

/** What stands beside error and message, by code. Total: a new code without an example does not compile. */
const fields: Readonly<Record<UrlDbErrorCode, Pick<UrlDbErrorOptions, 'facts' | 'details'>>> = {
  INVALID_COMPOSITE_KEY: {
    facts: { expected_format: 'tool_name:domain_name:id', provided: 'invalid-key' },
  },
  DOMAIN_NOT_FOUND: { facts: { domain_name: 'non-existent-domain' } },
  NODE_NOT_FOUND: { facts: { composite_id: node } },
  ATTRIBUTE_NOT_FOUND: { facts: { composite_id: attribute } },
  DEPENDENCY_NOT_FOUND: { facts: { composite_id: node, dependency_id: 7 } },
  SUBSCRIPTION_NOT_FOUND: { facts: { id: 7 } },
  NOT_FOUND: { facts: { path: '/api/mcp/nothing' } },
  VALIDATION_ERROR: { details: [{ field: 'url', message: urlProblemWords.malformed }] },
  CONFLICT: { facts: { composite_id: node } },
  CONSTRAINT_VIOLATION: { facts: { composite_id: node } },
  UNAUTHORIZED: {},
  FORBIDDEN: {},
  METHOD_NOT_ALLOWED: { facts: { allowed: ['GET', 'HEAD', 'OPTIONS'] } },
  PAYLOAD_TOO_LARGE: { facts: { max_bytes: maximumBodyBytes } },
  RATE_LIMITED: { facts: { retry_after: 42 } },
  INTERNAL_ERROR: { facts: { error_id: '5b1f0c86-2f3e-4f0a-9d52-3c8e9f0b7a11' } },
  NOT_SUPPORTED: {},
  UNAVAILABLE: {},
};

/** An error as it is answered. */
export function errorExample(code: UrlDbErrorCode, language: Language): ErrorAnswer {
  return new UrlDbError(code, fields[code]).in(language);
}
