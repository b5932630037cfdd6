import type { ServerResponse } from 'node:http';
import type { UrlDbError } from '../errors/url-db-error.ts';
import type { Language } from '../types.ts';

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

export function answerNothing(response: ServerResponse, headers: readonly string[] = []): void {
  response.writeHead(204, [...headers]);
  response.end();
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

export function answerError(
  response: ServerResponse,
  error: UrlDbError,
  language: Language,
  headers: readonly string[] = [],
): void {
  if (response.headersSent) {
    // Half an answer is out; that it is not whole shows only if it ends badly.
    response.destroy();
    return;
  }
  const { status } = error;
  const own: string[] = [...headers, 'Content-Language', language, 'Vary', 'Accept-Language'];
  if (status === 401) own.push('WWW-Authenticate', 'Bearer realm="url-db"');
  if (status === 503) own.push('Retry-After', '5');
  answerJson(response, status, error.in(language), own);
}
