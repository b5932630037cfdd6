import type { RunCommand } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { openUrlDb } from '../open-url-db.ts';
import { readSettings } from '../settings.ts';
import { mcpContexts } from './context.ts';
import { servePipe } from './serve-pipe.ts';

/** MCP on stdin and stdout, until the client goes. */
export const rpcCommand: RunCommand = async (_argv, context) => {
  const { environment, language, stdin, stdout, signal, log } = context;
  const { contexts, close } = await openUrlDb(readSettings(environment, language));
  try {
    await servePipe({
      input: stdin,
      output: stdout,
      context: mcpContexts(contexts, log)[language],
      signal,
      onError: (error) => log.warn('protocol error', { error }),
    });
  } finally {
    await close();
  }
  return exitCodes.ok;
};
