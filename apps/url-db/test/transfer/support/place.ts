import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestEngine } from '@jeonbo/store/testing';
import { afterAll, beforeAll } from 'vitest';

/** An engine and a folder of files for the describe block around it. */
export function usePlace(start: () => Promise<TestEngine>) {
  let engine: TestEngine;
  let folder: string;
  let files = 0;
  beforeAll(async () => {
    engine = await start();
    folder = await mkdtemp(join(tmpdir(), 'url-db-transfer-'));
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true });
  });
  return {
    createDatabase: () => engine.createDatabase(),
    get folder() {
      return folder;
    },
    /** @returns the path of a new file */
    async write(ending: string, text: string | Uint8Array): Promise<string> {
      files += 1;
      const file = join(folder, `${files}.${ending}`);
      await writeFile(file, text);
      return file;
    },
  };
}
