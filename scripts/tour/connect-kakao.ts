import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Connection } from './connect.ts';
import { createLogIn } from './log-in.ts';
import type { HttpServer } from './run-server.ts';
import type { Place } from './servers.ts';

/** Speaks MCP with `jeonbo-mcp-http kakao` after a log-in by OAuth, from the registration of the client on. */
export async function connectKakao(place: Place, server: HttpServer): Promise<Connection> {
  const logIn = createLogIn(place.sandboxUrl);
  const url = new URL('/kakao/mcp', server.url);
  const open = () => new StreamableHTTPClientTransport(url, { authProvider: logIn.provider });
  const client = new Client({ name: 'jeonbo-tour', version: '0.0.0' });
  const first = open();
  // The SDK's own class does not fit its interface under exactOptionalPropertyTypes.
  await client.connect(first as Parameters<Client['connect']>[0]).catch((error: unknown) => {
    if (!(error instanceof UnauthorizedError)) throw error;
  });
  if (!logIn.code) throw new Error('The server asked nobody to log in.');
  await first.finishAuth(logIn.code);
  await client.connect(open() as Parameters<Client['connect']>[0]);
  const found = new Map<string, unknown>([['tokens', logIn.tokens]]);
  return { client, log: server.log, close: () => client.close(), found };
}
