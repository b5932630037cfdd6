import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Connection } from './connect.ts';
import type { HttpServer } from './run-server.ts';
import type { Place } from './servers.ts';

/** Speaks MCP with `url-db` over HTTP. */
export async function connectUrlDb({ language }: Place, server: HttpServer): Promise<Connection> {
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', server.url), {
    requestInit: { headers: { 'Accept-Language': language } },
  });
  const client = new Client({ name: 'jeonbo-tour', version: '0.0.0' });
  // The SDK's own class does not fit its interface under exactOptionalPropertyTypes.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  const found = new Map<string, unknown>([['page', `${server.url}/`]]);
  return { client, log: server.log, close: () => client.close(), found };
}
