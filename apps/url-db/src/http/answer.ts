import type { ServerResponse } from 'node:http';
import type { ErrorAnswer } from '../errors/url-db-error.ts';

/** Headers of every answer of the API, as a flat list, which Node writes fastest. */
const jsonHeaders = [
  'Content-Type',
  'application/json; charset=utf-8',
  'Cache-Control',
  'no-store',
  'X-Content-Type-Options',
  'nosniff',
];

export function answerJson(
  response: ServerResponse,
  status: number,
  content: unknown,
  headers: readonly string[] = [],
): void {
  const body = JSON.stringify(content);
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, [...jsonHeaders, 'Content-Length', length, ...headers]);
  response.end(body);
}

export function answerNothing(response: ServerResponse): void {
  response.writeHead(204);
  response.end();
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

export function answerError(response: ServerResponse, status: number, told: ErrorAnswer): void {
  if (response.headersSent) {
    // Half an answer is out; that it is not whole shows only if it ends badly.
    response.destroy();
    return;
  }
  answerJson(response, status, told, headersOf(status, told));
}

function headersOf(status: number, { retry_after }: ErrorAnswer): readonly string[] {
  if (status === 401) return ['WWW-Authenticate', 'Bearer realm="url-db"'];
  // What is still coming of a body that is too large is not waited for.
  if (status === 413) return ['Connection', 'close'];
  if (status === 429) return ['Retry-After', String(retry_after)];
  // Elsewhere, or later.
  return status === 503 ? ['Retry-After', '5', 'Connection', 'close'] : [];
}
