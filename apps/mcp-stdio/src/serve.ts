import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { type ServerName, servers } from './servers.ts';

/** Serves MCP on stdin and stdout until the client goes. */
export async function serve(name: ServerName, context: Context): Promise<number> {
  const { environment, language, writeLog, stdin, stdout, signal } = context;
  const create = await servers[name].load();
  const server = create({ environment, language, log: writeLog });
  await server.serve({ input: stdin, output: stdout, ...(signal && { signal }) });
  return exitCodes.ok;
}
