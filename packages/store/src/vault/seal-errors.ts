import { JeonboError } from '@jeonbo/core';

export function unknownKey(): JeonboError {
  return new JeonboError(
    'MISSING_CREDENTIALS',
    'A sealed value in the database at DATABASE_URL cannot be opened: it was sealed with a secret key that this ' +
      'program was not given. Add the old key behind the new one: JEONBO_SECRET_KEY=new,old (the old one may be in ' +
      'the .key file beside the database).',
    { field: 'JEONBO_SECRET_KEY' },
  );
}

export function changedOutside(): JeonboError {
  return new JeonboError(
    'INTERNAL_ERROR',
    'A sealed value in the database at DATABASE_URL was changed or moved outside this program and is not used. ' +
      'Keep a copy of the database and look into it.',
    { field: 'DATABASE_URL' },
  );
}

export function newerSeal(): JeonboError {
  return new JeonboError(
    'NOT_SUPPORTED',
    'A sealed value in the database at DATABASE_URL has a form that this program does not know. Update the program.',
    { field: 'DATABASE_URL' },
  );
}
