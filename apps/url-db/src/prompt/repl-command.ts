import type { RunCommand } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { openUrlDb } from '../open-url-db.ts';
import { readSettings } from '../settings.ts';
import { runPrompt } from './run-prompt.ts';

/** The prompt on the terminal, or on lines of a pipe where `--repl` says so. */
export const replCommand: RunCommand = async (_argv, context) => {
  const { environment, language, stdin, stdout, signal, log } = context;
  const { contexts, close } = await openUrlDb(readSettings(environment, language));
  try {
    await runPrompt({
      input: stdin,
      output: stdout,
      context: contexts[language],
      signal,
      onFault: (error) => log.error('command failed', { ...error.in('en'), cause: error.cause }),
    });
  } finally {
    await close();
  }
  return exitCodes.ok;
};
