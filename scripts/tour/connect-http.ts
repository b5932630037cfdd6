import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Connection } from './connect.ts';
import type { HttpServer } from './run-server.ts';
import { type Place, settingsFor } from './servers.ts';

/** Speaks MCP with `jeonbo-mcp-http baas` as a caller who brings its own keys. */
export async function connectHttp(place: Place, server: HttpServer): Promise<Connection> {
  const { BAAS_API_KEY, PROJECT_ID } = settingsFor(place.sandboxUrl).baas;
  const transport = new StreamableHTTPClientTransport(new URL('/baas/mcp', server.url), {
    requestInit: { headers: { 'X-BaaS-Api-Key': BAAS_API_KEY, 'X-Project-Id': PROJECT_ID } },
  });
  const client = new Client({ name: 'jeonbo-tour', version: '0.0.0' });
  // The SDK's own class does not fit its interface under exactOptionalPropertyTypes.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return { client, log: server.log, close: () => client.close() };
}
