import { JeonboError } from '@jeonbo/core';

export async function notSupportedBackup(): Promise<void> {
  throw new JeonboError(
    'NOT_SUPPORTED',
    'A backup of PostgreSQL is made by its own tools: pg_dump "$DATABASE_URL" > url-db.sql',
    { field: 'DATABASE_URL' },
  );
}
