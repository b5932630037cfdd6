import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { type AuthInfo, createMcpHandler } from '@modelcontextprotocol/server';
import type { McpContext } from './context.ts';
import { createServer } from './create-server.ts';

/** MCP over HTTP. Whoever serves has looked at the caller, Host, Origin and the length of the body. */
export interface McpEndpoint {
  /** @param body what was posted, parsed; undefined where nothing was */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    context: McpContext,
    body: unknown,
  ): Promise<void>;
  close(): Promise<void>;
}

/**
 * Both eras, without sessions: url-db asks nobody anything during a call, which is what a session is for. So any instance
 * answers any request, and nothing has to expire.
 */
export function createMcpEndpoint(onError: (error: Error) => void): McpEndpoint {
  const handler = createMcpHandler(({ authInfo }) => createServer(contextOf(authInfo)), {
    legacy: 'stateless',
    onerror: onError,
  });
  const answer = toNodeHandler(handler, { onerror: onError });
  return {
    handle: (request, response, context, body) => {
      // One that a server received has a method and an address; only its type does not say so.
      const received = request as IncomingMessage & { method: string; url: string };
      return answer(Object.assign(received, { auth: authInfoOf(context) }), response, body);
    },
    close: () => handler.close(),
  };
}

/** The SDK hands this along with the request, and nothing else. */
function authInfoOf(context: McpContext): AuthInfo {
  return { token: '', clientId: 'url-db', scopes: [], extra: { context } };
}

function contextOf(authInfo: AuthInfo | undefined): McpContext {
  return authInfo?.extra?.context as McpContext;
}
