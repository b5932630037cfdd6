import type { Readable, Writable } from 'node:stream';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createConnection } from './connection.ts';
import type { McpContext } from './context.ts';
import { createServer } from './create-server.ts';
import { createTurns } from './in-turn.ts';

export interface PipeOptions {
  readonly input: Readable;
  /** Gets protocol and nothing else. */
  readonly output: Writable;
  readonly context: McpContext;
  readonly signal?: AbortSignal | undefined;
  readonly onError: (error: Error) => void;
}

/** How long calls may run on once the client is gone. */
const finishMs = 10_000;

/** Serves MCP over two streams until the other side ends or the signal is given; what came in before is answered. */
export async function servePipe(options: PipeOptions): Promise<void> {
  const { input, output, context, signal, onError } = options;
  const connection = createConnection(input, output);
  // Lines are meant in their order: a script that makes a domain adds its URLs on the next line, without waiting.
  const ordered = { ...context, inTurn: createTurns() };
  const handle = serveStdio(() => createServer(ordered), {
    transport: connection,
    onerror: onError,
  });
  await Promise.race([connection.ended, aborted(signal)]);
  const waited = AbortSignal.timeout(finishMs);
  await Promise.race([connection.idle(), aborted(waited)]);
  await handle.close();
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
