import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../storage/open-store.ts';
import { UsageError } from '../usage-error.ts';
import { fill } from '../words.ts';
import { texts } from './command-texts.ts';
import { takeWords } from './take-words.ts';

/** `url-db backup FILE`: a whole copy, while others go on reading and writing. */
export async function backupCommand(
  argv: readonly string[],
  { environment, language, stdout }: CommandContext,
): Promise<number> {
  const [file] = takeWords(argv, [], 1).files;
  if (file === undefined) throw new UsageError('wordMissing', { usage: 'url-db backup FILE' });
  const store = await openStore(readSettings(environment, language).databaseUrl);
  try {
    await store.backup(file);
  } finally {
    await store.close();
  }
  stdout.write(`${fill(texts.backedUp[language], { file })}\n`);
  return exitCodes.ok;
}
