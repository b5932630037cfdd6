import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { JeonboError } from '@jeonbo/core';
import { nodeSqlite } from '@jeonbo/store/engines';

/**
 * Copies the pages of one moment while others write. The copy has another name until it is whole.
 *
 * @throws JeonboError CONFLICT where `target` exists
 */
export async function backup(path: string, target: string): Promise<void> {
  if (existsSync(target))
    throw new JeonboError('CONFLICT', `${target} exists already; a backup overwrites nothing.`);
  const sqlite = nodeSqlite();
  const source = new sqlite.DatabaseSync(path);
  const unfinished = `${target}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    // For its owner alone from its first byte on, as the database itself: the secrets of webhooks are in it.
    await (await open(unfinished, 'wx', 0o600)).close();
    // An open transaction keeps the moment, so that no change of another makes the copy begin again.
    source.exec('BEGIN; SELECT COUNT(*) FROM domains');
    // Node has it from 22.16 on.
    if (sqlite.backup) await sqlite.backup(source, unfinished, { rate: 1000 });
    else {
      source.exec('COMMIT');
      source.prepare('VACUUM INTO ?').run(unfinished);
    }
    await rename(unfinished, target);
  } finally {
    source.close();
    await rm(unfinished, { force: true });
  }
}
