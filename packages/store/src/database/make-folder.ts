import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A folder for its owner alone, with those above it that are missing. One by one, because Node's own recursive mkdir never
 * ends where a folder takes no other, as /proc does.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT') || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await makeOne(path);
  }
}

/** One that is there already stays as it is. A file in its place shows as soon as something is to be put into it. */
async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
