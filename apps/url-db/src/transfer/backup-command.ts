import { type ErrorCode, JeonboError } from '@jeonbo/core';
import { exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../storage/open-store.ts';
import { UsageError } from '../usage-error.ts';
import { fill, fillWords, type Words } from '../words.ts';
import { texts } from './command-texts.ts';
import { CommandError, inWords } from './in-words.ts';
import { takeWords } from './take-words.ts';

const refusals: Partial<Record<ErrorCode, Words>> = {
  CONFLICT: texts.backupExists,
  NOT_SUPPORTED: texts.noBackup,
};

/** `url-db backup FILE`: a whole copy, while others go on reading and writing. */
export const backupCommand = inWords(async (argv, { environment, language, stdout }) => {
  const [file] = takeWords(argv, [], 1).files;
  if (file === undefined) throw new UsageError('wordMissing', { usage: 'url-db backup FILE' });
  const store = await openStore(readSettings(environment, language).databaseUrl);
  try {
    await store.backup(file);
  } catch (error) {
    const known = JeonboError.is(error) && refusals[error.code];
    throw known ? new CommandError(fillWords(known, { file }), { cause: error }) : error;
  } finally {
    await store.close();
  }
  stdout.write(`${fill(texts.backedUp[language], { file })}\n`);
  return exitCodes.ok;
});
