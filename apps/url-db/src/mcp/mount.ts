import type { Mount } from '../http/mount.ts';
import type { HttpMcp, HttpMcpParts } from './http-mcp.ts';

const mcpPath = '/mcp';

/**
 * MCP at `/mcp`. Loading the SDK would be a quarter of each start, and many callers speak REST only, so it is loaded for
 * the first that asks.
 */
export function createMcpMount(parts: HttpMcpParts): Mount {
  let loaded: Promise<HttpMcp> | undefined;
  const load = () => {
    loaded ??= import('./http-mcp.ts').then(({ createHttpMcp }) => createHttpMcp(parts));
    return loaded;
  };
  return {
    name: 'mcp',
    has: (path) => path === mcpPath,
    methods: ['POST'],
    needsToken: true,
    isWork: (request) => request.headers['mcp-method'] !== 'subscriptions/listen',
    handle: async (request, response) => (await load()).handle(request, response),
    close: async () => (await loaded)?.close(),
  };
}
