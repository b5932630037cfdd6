import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '@jeonbo/core';
import { createMcpServer, type ToolContext, type Toolset } from '@jeonbo/tools';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, isLegacyRequest } from '@modelcontextprotocol/server';
import type { Caller } from '../callers/caller.ts';
import { asAuthInfo, type Exchange, exchangeOf } from './exchange.ts';
import { narrowing } from './narrowing.ts';
import { createSessions } from './sessions.ts';

export interface EndpointParts<Context extends ToolContext> {
  readonly name: string;
  readonly version: string;
  readonly toolset: Toolset<Context>;
  readonly contextOf: (caller: Caller) => Context;
  /** Seals what clients hand back after a person was asked; the same in every instance. */
  readonly stateKey: Uint8Array;
  readonly sessions: number;
  readonly language: Language;
  readonly onError: (error: Error) => void;
}

/** One MCP server for many callers, in both eras of the protocol. */
export interface Endpoint {
  handle(request: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void>;
  giveUpAsking(): void;
  close(): Promise<void>;
  readonly sessions: number;
}

export function createEndpoint<Context extends ToolContext>(
  parts: EndpointParts<Context>,
): Endpoint {
  const { name, version, toolset, contextOf, stateKey, language, onError } = parts;
  const createServer = (caller: Caller, offered: Toolset<Context> = toolset) =>
    createMcpServer({ toolset: offered, context: contextOf(caller), name, version, stateKey });
  const narrow = narrowing(toolset);
  const modern = createMcpHandler(
    ({ authInfo }) => {
      const { caller, body } = exchangeOf(authInfo);
      return createServer(caller, narrow(body));
    },
    { legacy: 'reject', onerror: onError },
  );
  const sessions = createSessions({ createServer, most: parts.sessions, language, onError });
  const answer = toNodeHandler(
    {
      async fetch(request, { authInfo, parsedBody } = {}) {
        if (await isLegacyRequest(request, parsedBody))
          return sessions.handle(request, parsedBody, exchangeOf(authInfo));
        return modern.fetch(request, {
          ...(authInfo && { authInfo }),
          ...(parsedBody !== undefined && { parsedBody }),
        });
      },
    },
    { onerror: onError },
  );
  return {
    handle: (request, response, exchange) =>
      answer(withAuth(request, exchange), response, exchange.body),
    giveUpAsking: sessions.giveUpAsking,
    async close() {
      await Promise.all([modern.close(), sessions.close()]);
    },
    get sessions() {
      return sessions.count;
    },
  };
}

/** A request that a server received has a method and an address; only its type does not say so. */
function withAuth(request: IncomingMessage, exchange: Exchange) {
  const received = request as IncomingMessage & { method: string; url: string };
  return Object.assign(received, { auth: asAuthInfo(exchange) });
}
