import { aborted, type CommandContext } from '@jeonbo/server';
import { exitCodes } from './exit-codes.ts';
import { createHttpServer } from './http-server.ts';
import type { ServerName } from './types.ts';

/** Serves until the signal says to stop. */
export async function serve(
  servers: readonly ServerName[],
  context: CommandContext,
): Promise<number> {
  const { environment, language, writeLog, signal } = context;
  const server = createHttpServer({ servers, environment, language, log: writeLog });
  const stopped = aborted(signal);
  await server.start();
  await stopped;
  await server.stop();
  return exitCodes.ok;
}
