import { JeonboError } from '@jeonbo/core';

export function tooLate(): JeonboError {
  return new JeonboError(
    'TIMEOUT',
    'The tokens of this account are being renewed by another, which takes too long. Nothing was sent. Try again.',
    { retryable: true },
  );
}

export function lostLease(): JeonboError {
  return new JeonboError(
    'CONFLICT',
    'Renewing the tokens of this account took so long that another went on with it. What was renewed here is not ' +
      'kept, and nothing was sent. Try again.',
    { retryable: true },
  );
}
