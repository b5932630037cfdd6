import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JeonboError } from '@jeonbo/core';
import { makeFolder } from '../database/make-folder.ts';
import { parseSecretKey, type SecretKey } from './secret-key.ts';

/**
 * Reads the key file, or makes it with mode 0600. Of many processes that start at once, all end up with the same key:
 * each writes a file of its own, whole, and linking it to the name succeeds for one.
 */
export async function readOrCreateKeyFile(path: string): Promise<SecretKey> {
  try {
    return (await read(path)) ?? (await create(path));
  } catch (error) {
    if (JeonboError.is(error)) throw error;
    const reason = (error as NodeJS.ErrnoException).code;
    throw new JeonboError(
      'PERMISSION_DENIED',
      `The key file ${path} cannot be read or made: ${reason}. It stands beside the file of DATABASE_URL; ` +
        'set JEONBO_SECRET_KEY to keep the key elsewhere.',
      { field: 'JEONBO_SECRET_KEY', cause: error },
    );
  }
}

async function read(path: string): Promise<SecretKey | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : parseSecretKey(text, path);
}

async function create(path: string): Promise<SecretKey> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  await makeFolder(dirname(path));
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
  return parseSecretKey(await readFile(path, 'utf8'), path);
}
