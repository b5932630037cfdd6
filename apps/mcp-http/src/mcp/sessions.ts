import { randomUUID } from 'node:crypto';
import type { Language } from '@jeonbo/core';
import {
  isInitializeRequest,
  isJSONRPCRequest,
  type McpServer,
  type RequestId,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { Caller } from '../callers/caller.ts';
import { Refusal, refusalBody } from '../http/refusal.ts';
import { asAuthInfo, type Exchange } from './exchange.ts';

/** How long a session may lie idle. */
const idleMs = 30 * 60_000;
/** A client opens one; some open several. */
const mostOfOneCaller = 32;

export interface SessionsParts {
  readonly createServer: (caller: Caller) => McpServer;
  /** Of all callers together. */
  readonly most: number;
  readonly language: Language;
  readonly onError: (error: Error) => void;
  readonly now?: () => number;
}

/**
 * 2025-era clients. They are asked during a call, which needs a connection that stays: a session, in this process, of
 * one caller.
 */
export interface Sessions {
  handle(request: Request, body: unknown, exchange: Exchange): Promise<Response>;
  /** Answers with an error what this side has asked: nobody else will, once the server stops. */
  giveUpAsking(): void;
  close(): Promise<void>;
  readonly count: number;
}

interface Session {
  readonly caller: string;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly server: McpServer;
  /** Requests of ours to the client. */
  readonly asked: Set<RequestId>;
  running: number;
  usedAt: number;
}

export function createSessions(parts: SessionsParts): Sessions {
  const { createServer, most, language, onError, now = Date.now } = parts;
  /** The one that was used last comes last. */
  const sessions = new Map<string, Session>();
  let stopping = false;

  const end = async (id: string): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.server.close();
  };
  const isIdle = ({ running, usedAt }: Session) => running === 0 && usedAt + idleMs <= now();

  /** Makes room: what lay idle goes first, then the caller's own; another caller's running session never. */
  const makeRoom = (caller: string): void => {
    for (const [id, session] of sessions) if (isIdle(session)) end(id).catch(onError);
    const own = [...sessions].filter(([, session]) => session.caller === caller);
    const free = own.find(([, { running }]) => running === 0);
    if (own.length >= mostOfOneCaller && free) end(free[0]).catch(onError);
    if (own.length >= mostOfOneCaller && !free) throw new Refusal(503, 'tooManySessions', retry);
    if (sessions.size >= most) throw new Refusal(503, 'tooManySessions', retry);
  };

  const open = async (caller: Caller): Promise<Session> => {
    makeRoom(caller.id);
    const server = createServer(caller);
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, session),
      onsessionclosed: (id) => end(id),
    });
    transport.onerror = onError;
    const session: Session = {
      caller: caller.id,
      transport,
      server,
      asked: new Set(),
      running: 0,
      usedAt: now(),
    };
    noteQuestions(session, () => stopping);
    await server.connect(transport);
    return session;
  };

  const find = async (request: Request, body: unknown, caller: Caller): Promise<Session> => {
    const id = request.headers.get('mcp-session-id');
    if (id === null) {
      if (isInitializeRequest(body)) return open(caller);
      throw new Refusal(400, 'sessionMissing');
    }
    const session = sessions.get(id);
    if (session && isIdle(session)) await end(id);
    else if (session?.caller === caller.id) {
      sessions.delete(id);
      sessions.set(id, session);
      return session;
    }
    throw new Refusal(404, 'sessionUnknown', { code: -32_001 });
  };

  return {
    async handle(request, body, exchange) {
      try {
        const session = await find(request, body, exchange.caller);
        session.usedAt = now();
        // A stream that only listens keeps nothing busy.
        if (request.method === 'POST') occupy(session, exchange.ended, now);
        for (const message of [body].flat()) forgetAnswered(session.asked, message);
        return await session.transport.handleRequest(request, {
          ...(body !== undefined && { parsedBody: body }),
          authInfo: asAuthInfo(exchange),
        });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { status, options } = error;
        const answer = refusalBody(error, language);
        return Response.json(answer, { status, headers: { ...options.headers } });
      }
    },
    giveUpAsking() {
      stopping = true;
      for (const session of sessions.values()) giveUp(session);
    },
    async close() {
      await Promise.all([...sessions.keys()].map((id) => end(id).catch(onError)));
    },
    get count() {
      return sessions.size;
    },
  };
}

const retry = { headers: { 'retry-after': '60' } };

function occupy(session: Session, ended: Promise<void>, now: () => number): void {
  session.running++;
  ended.then(() => {
    session.running--;
    session.usedAt = now();
  });
}

function noteQuestions(session: Session, isStopping: () => boolean): void {
  const { transport, asked } = session;
  const send = transport.send.bind(transport);
  transport.send = async (message, options) => {
    if (isJSONRPCRequest(message)) asked.add(message.id);
    await send(message, options);
    if (isStopping()) giveUp(session);
  };
}

function giveUp({ transport, asked }: Session): void {
  const error = { code: -32_000, message: 'The server is stopping.' };
  for (const id of asked) transport.onmessage?.({ jsonrpc: '2.0', id, error });
  asked.clear();
}

function forgetAnswered(asked: Set<RequestId>, message: unknown): void {
  const { id, method } = (message ?? {}) as { id?: RequestId; method?: unknown };
  if (method === undefined && id !== undefined) asked.delete(id);
}
