import { aborted, type Log, logged, logToolRun, watchTools, within } from '@jeonbo/server';
import {
  type CallResult,
  callTool,
  createMcpServer,
  type ToolContext,
  type Toolset,
} from '@jeonbo/tools';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createConnection } from './connection.ts';
import type { LazyStore } from './store.ts';
import type { CallOptions, MessagingServer, ServeOptions, ToolAnswer } from './types.ts';
import { version } from './version.ts';

export interface MessagingServerParts<Context extends ToolContext> {
  readonly name: string;
  readonly toolset: Toolset<Context>;
  readonly context: Context;
  readonly store: LazyStore;
  readonly log: Log;
}

/** How long running calls may go on after the client is gone: as long as one request to a provider. */
const finishMs = 30_000;
/** How long a call that was cut off after that may take to note its outcome. */
const noteMs = 2_000;

/** One server of one provider, whichever it is. */
export function createMessagingServer<Context extends ToolContext>(
  parts: MessagingServerParts<Context>,
): MessagingServer {
  const { name, context, store, log } = parts;
  const { toolset, running } = watchTools(parts.toolset, (run) => logToolRun(log, run));
  const settings = { toolset, context, name, version: version() };

  return {
    name,
    version: settings.version,
    async serve({ input, output, signal }: ServeOptions) {
      const connection = createConnection(input, output);
      const handle = serveStdio(() => createMcpServer(settings), {
        transport: connection,
        onerror: (error) => log.warn('protocol error', { error }),
      });
      connection.answered
        .then(() => store.open())
        .catch((error: unknown) => {
          log.error('store not opened', { error, next: `jeonbo-mcp ${name} --check` });
        });
      log.info('started', { server: name, version: settings.version });
      await Promise.race([connection.ended, aborted(signal)]);
      connection.stopReading();
      await within(finishMs, connection.idle());
      await handle.close();
      await within(noteMs, running());
      // A store that hangs while it opens must not keep the process.
      await within(noteMs, store.close());
      log.info('stopped', { server: name });
      await logged();
    },
    async callTool(tool, parameters, { signal, confirm }: CallOptions = {}) {
      const options = signal ? { signal } : {};
      const call = (input: unknown) => callTool(toolset, tool, input, context, options);
      const first = await call(parameters);
      const { confirm_token } = first.structuredContent;
      if (typeof confirm_token !== 'string' || !confirm) return answerOf(first);
      if (!(await confirm(questionOf(first, parameters)))) return answerOf(first);
      return answerOf(await call({ ...parameters, confirm_token }));
    },
    async close() {
      await within(finishMs, running());
      await store.close();
      await logged();
    },
  };
}

/** The summary the tool made, and the text, which some tools write themselves: a person agrees to both. */
function questionOf({ structuredContent }: CallResult, parameters: Record<string, unknown>) {
  const { summary = {}, text: message = parameters.message } = structuredContent;
  const lines = Object.entries(summary as object).map(
    ([name, value]) => `${name}: ${String(value)}`,
  );
  return [...lines, `message: ${String(message)}`].join('\n');
}

function answerOf({ structuredContent, text, isError }: CallResult): ToolAnswer {
  return { content: structuredContent, text, isError };
}
