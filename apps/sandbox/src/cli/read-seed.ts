import { readFile } from 'node:fs/promises';
import { SandboxInputError } from '../input-error.ts';
import { parseSeed } from '../seed/parse-seed.ts';
import type { Seed } from '../seed/seed.ts';
import { UsageError } from './parse-arguments.ts';
import type { CliTexts } from './texts.ts';

export async function readSeed(file: string, texts: CliTexts): Promise<Seed> {
  try {
    return parseSeed(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof SandboxInputError) {
      throw new UsageError(texts.seedWrong(file, error.field, error.expected));
    }
    // A parser quotes what it stumbles over, and a seed holds keys.
    const reason = error instanceof SyntaxError ? 'JSON' : (error as Error).message;
    throw new UsageError(texts.seedUnreadable(file, reason));
  }
}
