import { type ErrorCode, JeonboError } from '@jeonbo/core';
import { withoutPassword } from './database-url.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html, and what a socket says
const codes: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ECONNREFUSED: ['NETWORK_ERROR', 'does not answer'],
  ECONNRESET: ['NETWORK_ERROR', 'cut the connection'],
  EPIPE: ['NETWORK_ERROR', 'cut the connection'],
  ETIMEDOUT: ['NETWORK_ERROR', 'does not answer'],
  EHOSTUNREACH: ['NETWORK_ERROR', 'does not answer'],
  ENOTFOUND: ['NETWORK_ERROR', 'has a host name that nobody knows'],
  EAI_AGAIN: ['NETWORK_ERROR', 'has a host name that cannot be looked up now'],
  '28000': ['AUTHENTICATION_FAILED', 'refused the user'],
  '28P01': ['AUTHENTICATION_FAILED', 'refused the user name or password'],
  '3D000': ['NOT_FOUND', 'does not exist on that server'],
  '40001': ['CONFLICT', 'was changed by another at the same time'],
  '40P01': ['CONFLICT', 'was changed by another at the same time'],
  '42501': ['PERMISSION_DENIED', 'does not let this user do that'],
  '53300': ['RATE_LIMITED', 'has no free connection'],
  '55P03': ['TIMEOUT', 'is locked by another'],
  '57P01': ['NETWORK_ERROR', 'is shutting down'],
  '57P03': ['NETWORK_ERROR', 'is starting'],
};

const passing = new Set<ErrorCode>(['NETWORK_ERROR', 'CONFLICT', 'RATE_LIMITED', 'TIMEOUT']);

/**
 * A fault of PostgreSQL or its connection in our words. The driver's error is not kept as the cause: its `detail` may
 * quote a whole row, with the text of a message.
 */
export function postgresError(error: unknown, url: string): unknown {
  if (JeonboError.is(error) || !(error instanceof Error)) return error;
  const databaseCode = 'code' in error ? String(error.code) : undefined;
  const [code, words] = codes[databaseCode ?? ''] ?? otherwise(error);
  const message = `The database at DATABASE_URL (${withoutPassword(url)}) ${words}.`;
  return new JeonboError(code, databaseCode ? `${message} [${databaseCode}]` : message, {
    field: 'DATABASE_URL',
    retryable: passing.has(code),
    details: { databaseCode },
  });
}

function otherwise(error: Error): readonly [ErrorCode, string] {
  // The driver gives these no code.
  if (/timeout/i.test(error.message)) return ['TIMEOUT', 'gave no connection in time'];
  if (/connection terminated|connection error|not queryable/i.test(error.message))
    return ['NETWORK_ERROR', 'cut the connection'];
  return ['INTERNAL_ERROR', `gave an error: ${error.message}`];
}
