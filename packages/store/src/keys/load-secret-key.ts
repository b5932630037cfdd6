import { JeonboError } from '@jeonbo/core';
import { parseDatabaseUrl } from '../database/database-url.ts';
import { readOrCreateKeyFile } from './key-file.ts';
import { makeKeyCommand, parseSecretKey, type SecretKey } from './secret-key.ts';

/**
 * The key behind all keyed hashes: JEONBO_SECRET_KEY, or, with SQLite, a file beside the database that is made at the
 * first start (mode 0600). PostgreSQL has no place beside it that all instances see, so the variable is required.
 *
 * To change the key, put the new one before the old one: `JEONBO_SECRET_KEY=new,old`.
 *
 * @throws JeonboError `MISSING_CREDENTIALS` with PostgreSQL and no variable, `VALIDATION_ERROR` for no key of 32 bytes
 */
export async function loadSecretKey(
  environment: Readonly<Record<string, string | undefined>>,
  databaseUrl: string,
): Promise<SecretKey> {
  const given = environment.JEONBO_SECRET_KEY;
  if (given) return parseSecretKey(given);
  const address = parseDatabaseUrl(databaseUrl);
  if (address.engine === 'sqlite') return readOrCreateKeyFile(`${address.path}.key`);
  throw new JeonboError(
    'MISSING_CREDENTIALS',
    'JEONBO_SECRET_KEY is not set. With PostgreSQL every instance needs the same one. ' +
      `Make it once: ${makeKeyCommand}`,
    { field: 'JEONBO_SECRET_KEY' },
  );
}
