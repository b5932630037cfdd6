import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface World extends AsyncDisposable {
  /** Of the process under test, and nothing of this one. */
  readonly environment: Readonly<Record<string, string>>;
}

/** An empty database in a folder of its own. */
export async function createWorld(settings: Readonly<Record<string, string>> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'url-db-mcp-'));
  return {
    environment: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: `file:${join(folder, 'url-db.sqlite')}`,
      JEONBO_LANG: 'ko',
      LOG_LEVEL: 'error',
      ...settings,
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
