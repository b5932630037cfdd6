import { type ErrorCode, JeonboError } from '@jeonbo/core';

// Primary result codes, https://sqlite.org/rescode.html
const codes: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  3: ['PERMISSION_DENIED', 'may not be read by this user'],
  5: ['TIMEOUT', 'is locked by another process'],
  6: ['TIMEOUT', 'is locked by another process'],
  8: ['PERMISSION_DENIED', 'may not be written by this user'],
  11: ['INTERNAL_ERROR', 'is damaged'],
  13: ['INTERNAL_ERROR', 'cannot grow: the disk is full'],
  14: ['NOT_FOUND', 'cannot be opened'],
  26: ['VALIDATION_ERROR', 'is no SQLite database'],
};

interface SqliteFault extends Error {
  readonly errcode: number;
}

/** Whether another connection holds the lock just now (SQLITE_BUSY, SQLITE_LOCKED and their extended codes). */
export function isBusy(error: unknown): boolean {
  return isSqliteFault(error) && [5, 6].includes(error.errcode & 0xff);
}

/** A fault of SQLite in our words; everything else passes untouched. */
export function sqliteError(error: unknown, path: string): unknown {
  if (!isSqliteFault(error)) return error;
  const [code, words] = codes[error.errcode & 0xff] ?? ['INTERNAL_ERROR', 'gave an error'];
  return new JeonboError(
    code,
    `The database at DATABASE_URL (file:${path}) ${words}. ${error.message}`,
    {
      field: 'DATABASE_URL',
      retryable: code === 'TIMEOUT',
      details: { databaseCode: error.errcode },
      cause: error,
    },
  );
}

function isSqliteFault(error: unknown): error is SqliteFault {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}
