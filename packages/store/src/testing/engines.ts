import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../database/database.ts';
import { startPostgres } from './postgres.ts';

/** A place for real databases of one engine, for the length of a test file. */
export interface TestEngine {
  readonly engine: Engine;
  /** The address of a database that does not exist yet or is empty. */
  createDatabase(): Promise<string>;
  emptyDatabase?(url: string): Promise<void>;
  stop(): Promise<void>;
}

/** Both engines, for `describe.each`: each test of what we store runs on each. */
export const testEngines: readonly (readonly [Engine, () => Promise<TestEngine>])[] = [
  ['sqlite', startSqlite],
  ['postgres', async () => ({ engine: 'postgres', ...(await startPostgres()) })],
];

async function startSqlite(): Promise<TestEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'jeonbo-sqlite-'));
  let count = 0;
  return {
    engine: 'sqlite',
    async createDatabase() {
      count += 1;
      return `file:${join(folder, `${count}`, 'store.sqlite')}`;
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
