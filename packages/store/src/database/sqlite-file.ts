import { chmod, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JeonboError } from '@jeonbo/core';

/** Made by us, so that its owner alone can read it; SQLite gives -wal and -shm the same mode. */
export async function createSqliteFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await (await open(path, 'a', 0o600)).close();
    for (const file of [path, `${path}-wal`, `${path}-shm`]) await makePrivate(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    const denied = reason === 'EACCES' || reason === 'EPERM' || reason === 'EROFS';
    throw new JeonboError(
      denied ? 'PERMISSION_DENIED' : 'NOT_FOUND',
      `The database at DATABASE_URL (file:${path}) cannot be opened for writing: ${reason}.`,
      { field: 'DATABASE_URL', cause: error },
    );
  }
}

/** One that was copied here, or made by something else. Whose file it is not cannot change it, and reads it all the same. */
async function makePrivate(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && (found.mode & 0o077) !== 0) await chmod(path, found.mode & 0o700).catch(() => {});
}
