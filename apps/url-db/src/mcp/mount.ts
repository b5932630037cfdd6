import type { IncomingMessage } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { type AuthInfo, createMcpHandler } from '@modelcontextprotocol/server';
import { acceptLanguage } from '../http/accept-language.ts';
import type { Mount } from '../http/mount.ts';
import { maximumBodyBytes } from '../http/read-body.ts';
import type { Log } from '../log.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import type { Language } from '../types.ts';
import { type McpContext, mcpContexts } from './context.ts';
import { createServer } from './create-server.ts';

export const mcpPath = '/mcp';

export interface McpMountParts {
  readonly contexts: Readonly<Record<Language, OperationContext>>;
  readonly log: Log;
}

/**
 * MCP over HTTP, both eras, without sessions: url-db asks nobody anything during a call, which is what a session is for.
 * So any instance answers any request, and nothing has to expire.
 */
export function createMcpMount({ contexts, log }: McpMountParts): Mount {
  const inLanguages = mcpContexts(contexts, log);
  const onerror = (error: Error) => log.debug('protocol error', { error });
  const handler = createMcpHandler(({ authInfo }) => createServer(contextOf(authInfo)), {
    legacy: 'stateless',
    maxRequestBodySize: maximumBodyBytes,
    onerror,
  });
  const answer = toNodeHandler(handler, { onerror });
  return {
    name: 'mcp',
    has: (path) => path === mcpPath,
    methods: ['POST'],
    needsToken: true,
    isWork: (request) => request.headers['mcp-method'] !== 'subscriptions/listen',
    handle(request, response) {
      const context = inLanguages[acceptLanguage(request.headers['accept-language'])];
      return answer(withContext(request, context), response);
    },
    close: () => handler.close(),
  };
}

/** The SDK hands the authentication of a request along with it, and nothing else. */
function withContext(request: IncomingMessage, context: McpContext) {
  // One that a server received has a method and an address; only its type does not say so.
  const received = request as IncomingMessage & { method: string; url: string };
  const auth: AuthInfo = { token: '', clientId: 'url-db', scopes: [], extra: { context } };
  return Object.assign(received, { auth });
}

function contextOf(authInfo: AuthInfo | undefined): McpContext {
  return authInfo?.extra?.context as McpContext;
}
