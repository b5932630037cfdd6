import { McpServer } from '@modelcontextprotocol/server';
import { expect, it } from 'vitest';
import { createSessions } from './sessions.ts';

const minute = 60_000;

function bench(most = 1000) {
  let now = 0;
  const closed: string[] = [];
  const sessions = createSessions({
    createServer: (caller) => {
      const server = new McpServer({ name: 'test', version: '1' });
      server.server.onclose = () => closed.push(caller.id);
      return server;
    },
    most,
    language: 'en',
    onError: () => {},
    now: () => now,
  });
  const send = async (
    caller: string,
    body: object,
    sessionId?: string,
    ended = Promise.resolve(),
  ) => {
    const response = await sessions.handle(
      new Request('http://localhost/mcp', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...(sessionId && { 'mcp-session-id': sessionId }),
        },
      }),
      body,
      { caller: { id: caller, environment: {}, sameAs: caller, secrets: [] }, body, ended },
    );
    await ended;
    return { status: response.status, id: response.headers.get('mcp-session-id') ?? '' };
  };
  const initialize = {
    jsonrpc: '2.0',
    id: 0,
    method: 'initialize',
    params: {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    },
  };
  return {
    sessions,
    closed,
    open: (caller = 'kim') => send(caller, initialize),
    ping: (id: string, caller = 'kim') =>
      send(caller, { jsonrpc: '2.0', id: 1, method: 'ping' }, id),
    pass: (minutes: number) => {
      now += minutes * minute;
    },
  };
}

it('ends after half an hour in which nobody used it', async () => {
  const { open, ping, pass, sessions, closed } = bench();
  const { id } = await open();
  for (let count = 0; count < 3; count++) {
    pass(29);
    expect((await ping(id)).status).toBe(200);
  }
  pass(30);
  expect((await ping(id)).status).toBe(404);
  expect([sessions.count, closed]).toEqual([0, ['kim']]);
});

it('makes room of what lies idle, whoever opens the next one', async () => {
  const { open, pass, sessions } = bench();
  await open('kim');
  pass(31);
  await open('lee');
  expect(sessions.count).toBe(1);
});

it('ends a caller’s own oldest for the next one, never another caller’s', async () => {
  const { open, ping } = bench();
  const other = await open('lee');
  const first = await open('kim');
  const second = await open('kim');
  for (let count = 0; count < 31; count++) expect((await open('kim')).status).toBe(200);
  expect((await ping(first.id)).status).toBe(404);
  expect((await ping(second.id)).status).toBe(200);
  expect((await ping(other.id, 'lee')).status).toBe(200);
});

it('refuses one more than the server may hold', async () => {
  const { open, ping } = bench(2);
  const first = await open('kim');
  await open('lee');
  expect((await open('park')).status).toBe(503);
  expect((await ping(first.id)).status).toBe(200);
});

it('is nobody else’s, and none without its id', async () => {
  const { open, ping } = bench();
  const { id } = await open('kim');
  expect((await ping(id, 'lee')).status).toBe(404);
  expect((await ping('')).status).toBe(400);
});
