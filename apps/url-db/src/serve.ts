import type { CommandContext } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { createUrlDb } from './url-db.ts';

/** Serves until the signal says to stop. */
export async function serve(context: CommandContext): Promise<number> {
  const { environment, language, writeLog, signal } = context;
  const urlDb = createUrlDb({ environment, language, log: writeLog });
  const stopped = aborted(signal);
  await urlDb.start();
  await stopped;
  await urlDb.stop();
  return exitCodes.ok;
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
