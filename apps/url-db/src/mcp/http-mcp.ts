import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { type AuthInfo, createMcpHandler } from '@modelcontextprotocol/server';
import { acceptLanguage } from '../http/accept-language.ts';
import { maximumBodyBytes } from '../http/read-body.ts';
import type { Log } from '../log.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import type { Language } from '../types.ts';
import { type McpContext, mcpContexts } from './context.ts';
import { createServer } from './create-server.ts';

export interface HttpMcpParts {
  readonly contexts: Readonly<Record<Language, OperationContext>>;
  readonly log: Log;
}

/** What answers at /mcp. */
export interface HttpMcp {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

/**
 * MCP over HTTP, both eras, without sessions: url-db asks nobody anything during a call, which is what a session is for.
 * So any instance answers any request, and nothing has to expire.
 */
export function createHttpMcp({ contexts, log }: HttpMcpParts): HttpMcp {
  const inLanguages = mcpContexts(contexts, log);
  const onerror = (error: Error) => log.debug('protocol error', { error });
  const handler = createMcpHandler(({ authInfo }) => createServer(contextOf(authInfo)), {
    legacy: 'stateless',
    maxRequestBodySize: maximumBodyBytes,
    onerror,
  });
  const answer = toNodeHandler(handler, { onerror });
  return {
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
