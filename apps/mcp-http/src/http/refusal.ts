import type { ServerResponse } from 'node:http';
import type { Language } from '@jeonbo/core';
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
  if (response.headersSent) return;
  const body = JSON.stringify(refusalBody(refusal, language));
  response.writeHead(refusal.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...refusal.options.headers,
  });
  response.end(body);
}
