import type { ServerResponse } from 'node:http';
import { JeonboError, type Language } from '@jeonbo/core';
import { fill } from '@jeonbo/server';
import { type TextName, texts } from '../texts.ts';

interface RefusalOptions {
  readonly values?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of JSON-RPC. Default -32000, a server error. */
  readonly code?: number;
}

/** A request that is refused before it reaches a tool. Its words wait for the language. */
export class Refusal extends Error {
  readonly status: number;
  readonly text: TextName;
  readonly options: RefusalOptions;

  constructor(status: number, text: TextName, options: RefusalOptions = {}) {
    super(text);
    this.status = status;
    this.text = text;
    this.options = options;
  }
}

/** What is told of an error that is no refusal: what the store says is not the caller's to read. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return JeonboError.is(error)
    ? new Refusal(503, 'storeUnreachable', { headers: { 'retry-after': '5' } })
    : new Refusal(500, 'fault', { code: -32_603 });
}

/** The refusal as an answer of JSON-RPC, which MCP clients show. */
export function refusalBody({ text, options }: Refusal, language: Language, id: unknown = null) {
  const { values = {}, code = -32_000 } = options;
  const message = fill(texts[text][language], values);
  return { jsonrpc: '2.0', id, error: { code, message } };
}

export function answerRefusal(
  response: ServerResponse,
  refusal: Refusal,
  language: Language,
): void {
  answerWith(response, refusal, refusalBody(refusal, language));
}

/** The same as an answer of OAuth (RFC 6749). */
export function answerOAuthRefusal(
  response: ServerResponse,
  refusal: Refusal,
  language: Language,
): void {
  const { status, text, options } = refusal;
  const error =
    status >= 500 ? 'server_error' : status === 429 ? 'temporarily_unavailable' : 'invalid_request';
  const error_description = fill(texts[text][language], options.values ?? {});
  answerWith(response, refusal, { error, error_description });
}

function answerWith(response: ServerResponse, refusal: Refusal, content: object): void {
  if (response.headersSent) return;
  const body = JSON.stringify(content);
  response.writeHead(refusal.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...refusal.options.headers,
  });
  response.end(body);
}
