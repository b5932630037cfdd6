import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { IncomingRequest, Outgoing, Route } from '../gateway/gateway.ts';
import { mostBytes, mostRequestBytes, readBody } from './read-body.ts';

/** The socket side: requests in, answers or real cuts out. */
export function createNodeServer(route: Route): Server {
  const server = createServer((message, response) => {
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
      // A connection that was busy when the server was closed is idle now, and would be kept for more requests.
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    // The client is free to break off at any time.
    message.on('error', () => {});
    route(toIncoming(message), gone.signal)
      .then((outgoing) => send(outgoing, message, response))
      .catch((error: unknown) => fail(error, message, response));
  });
  return server;
}

function toIncoming(message: IncomingMessage): IncomingRequest {
  const method = message.method ?? 'GET';
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const path = message.url?.startsWith('/') ? message.url : '/';
  const url = new URL(`http://sandbox${path.replace(/^\/{2,}/, '/')}`);
  const limit = url.pathname === '/_sandbox/snapshot' ? mostBytes : mostRequestBytes;
  return { method, url, headers, readBody: () => readBody(message, limit) };
}

async function send(
  outgoing: Outgoing,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (outgoing.kind === 'cut') return reset(message.socket);
  const { response: answer } = outgoing;
  const headers = Object.fromEntries(answer.headers);
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    response.writeHead(answer.status, headers);
    return stream(answer, response);
  }
  const body = outgoing.bytes ?? new Uint8Array(await answer.arrayBuffer());
  const isBodiless = answer.body === null;
  response.writeHead(
    answer.status,
    isBodiless ? headers : { ...headers, 'Content-Length': body.length },
  );
  if (outgoing.kind === 'answer') {
    response.end(message.method === 'HEAD' ? undefined : body);
    return;
  }
  // The half must have left before the cut, else the client sees no answer at all.
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => message.socket.destroy());
}

async function stream(answer: Response, response: ServerResponse): Promise<void> {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  response.on('close', () => void reader.cancel().catch(() => {}));
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (response.destroyed) return;
    if (!response.write(part.value)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

/** A reset, not an orderly end: the client gets ECONNRESET. */
function reset(socket: Socket): void {
  socket.resetAndDestroy();
}

function fail(error: unknown, message: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed || message.destroyed) return;
  if (response.headersSent) return void response.destroy();
  const text = error instanceof Error ? error.message : String(error);
  response.writeHead(500, { 'Content-Type': 'application/json', Connection: 'close' });
  response.end(
    JSON.stringify({
      error: { code: 'SANDBOX_FAILED', message: `The sandbox itself failed: ${text}` },
    }),
  );
}
