import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import type { FunctionTool, Message } from '../model/messages.ts';
import { problemsOf } from './check-request.ts';

interface ModelRequestBody {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly tools?: readonly FunctionTool[];
  readonly tool_choice?: string;
  readonly max_tokens?: number;
  readonly stream: boolean;
}

export interface Asked {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: ModelRequestBody;
}

/** What the model answers: a text, calls, what it makes of the question, or whatever it does with the connection. */
export type Reply =
  | Answer
  | { readonly from: (asked: Asked) => Answer }
  | ((response: ServerResponse) => void);
interface Answer {
  readonly text?: string;
  readonly calls?: readonly Call[];
  readonly finish?: string;
}
type Call = readonly [name: string, given: unknown];

export interface ModelStub {
  /** For LLM_BASE_URL. */
  readonly url: string;
  readonly asked: readonly Asked[];
  /** What comes next. A question beyond them fails the test. */
  reply(...replies: readonly Reply[]): void;
}

/**
 * An OpenAI-compatible endpoint on a socket, as strict as CLOVA Studio about what it is sent. It streams where it is
 * asked to, in pieces that split letters and events wherever they fall.
 */
export async function startModelStub(): Promise<ModelStub> {
  const asked: Asked[] = [];
  const replies: Reply[] = [];
  const problems: string[] = [];
  const server = createServer(async (request, response) => {
    const { url: path, headers } = request;
    const one = { path, headers, body: (await json(request)) as ModelRequestBody };
    asked.push(one);
    problems.push(...problemsOf(one));
    const reply = replies.shift();
    if (!reply) problems.push('asked once more than expected');
    if (typeof reply === 'function') reply(response);
    else
      send(response, reply && 'from' in reply ? reply.from(one) : (reply ?? {}), one.body.stream);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    expect(problems).toEqual([]);
    expect(replies).toEqual([]);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    reply: (...more) => void replies.push(...more),
  };
}

function send(response: ServerResponse, reply: Answer, stream: boolean): void {
  const { text = '', calls = [], finish = calls.length > 0 ? 'tool_calls' : 'stop' } = reply;
  const tool_calls = calls.map(([name, given], index) => ({
    index,
    id: `call_${name}_${index}`,
    type: 'function',
    function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
  }));
  if (stream) {
    response.setHeader('content-type', 'text/event-stream;charset=UTF-8');
    sendPieces(response, eventsOf(text, tool_calls, finish));
    return;
  }
  const message = { role: 'assistant', content: text, ...(calls.length > 0 && { tool_calls }) };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: finish }] }));
}

/** The name first and the arguments in two halves, as OpenAI streams calls. */
function eventsOf(
  text: string,
  calls: readonly { index: number; id: string; function: { name: string; arguments: string } }[],
  finish: string,
): string {
  const deltas: object[] = [{ role: 'assistant', content: '' }];
  for (const content of text.match(/.{1,3}/gsu) ?? []) deltas.push({ content });
  for (const { index, id, function: named } of calls) {
    const half = Math.ceil(named.arguments.length / 2);
    deltas.push({
      tool_calls: [{ index, id, type: 'function', function: { name: named.name, arguments: '' } }],
    });
    for (const part of [named.arguments.slice(0, half), named.arguments.slice(half)])
      deltas.push({ tool_calls: [{ index, function: { arguments: part } }] });
  }
  const chunks: object[] = deltas.map((delta) => ({
    choices: [{ index: 0, delta, finish_reason: null }],
  }));
  chunks.push({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  chunks.push({ choices: [], usage: { total_tokens: 42 } });
  return `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`;
}

export async function sendPieces(response: ServerResponse, events: string): Promise<void> {
  const bytes = Buffer.from(events);
  for (let start = 0; start < bytes.length && !response.destroyed; start += 7) {
    response.write(bytes.subarray(start, start + 7));
    // Lets the piece go before the next one is there.
    await setImmediate();
  }
  response.end();
}

/** Refuses with a status and a body in JSON. */
export function refuse(
  status: number,
  body: object = {},
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}
