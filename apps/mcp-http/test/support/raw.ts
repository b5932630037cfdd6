import { type IncomingHttpHeaders, request } from 'node:http';
import { request as requestByTls } from 'node:https';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON where it is an object, else as it is. */
  readonly body?: object | string;
}

/** A request with any header, for what no client would send; `fetch` does not let Host be set. */
export async function send(url: string, raw: RawRequest = {}): Promise<RawAnswer> {
  const { method = raw.body === undefined ? 'GET' : 'POST', headers = {} } = raw;
  const body = typeof raw.body === 'object' ? JSON.stringify(raw.body) : raw.body;
  const accept = 'application/json, text/event-stream';
  return new Promise((resolve, reject) => {
    const ask = url.startsWith('https:') ? requestByTls : request;
    const sent = ask(
      url,
      { method, headers: { 'content-type': 'application/json', accept, ...headers } },
      (response) => {
        text(response).then(
          (read) => resolve({ status: response.statusCode, headers: response.headers, body: read }),
          reject,
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const version = '2026-07-28';

/** What a modern-era client posts. */
export function modern(method: string, params: Readonly<Record<string, unknown>> = {}) {
  const _meta = {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientInfo': { name: 'raw', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const name = typeof params.name === 'string' ? { 'mcp-name': params.name } : {};
  return {
    headers: { 'mcp-protocol-version': version, 'mcp-method': method, ...name },
    body: { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta } },
  };
}

/** What a tool answered. */
export function contentOf({ status, body }: RawAnswer): Readonly<Record<string, unknown>> {
  if (status !== 200) throw new Error(`${status} ${body}`);
  const { result } = JSON.parse(body) as { result: { structuredContent: object } };
  return { ...result.structuredContent };
}

/** A modern-era call of a tool, as it comes back. */
export async function callTool(
  url: string,
  headers: Readonly<Record<string, string>>,
  name: string,
  parameters: object,
): Promise<RawAnswer> {
  const call = modern('tools/call', { name, arguments: parameters });
  return send(url, { body: call.body, headers: { ...call.headers, ...headers } });
}
