import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { createHttpServer } from './http-server.ts';
import type { ServerName } from './types.ts';

/** Serves until the signal says to stop. */
export async function serve(servers: readonly ServerName[], context: Context): Promise<number> {
  const { environment, language, writeLog, signal } = context;
  const server = createHttpServer({ servers, environment, language, log: writeLog });
  const stopped = aborted(signal);
  await server.start();
  await stopped;
  await server.stop();
  return exitCodes.ok;
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
