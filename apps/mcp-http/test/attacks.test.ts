import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { maxBodyBytes } from '../src/http/read-body.ts';
import { modern, send } from './support/raw.ts';
import { bearer, createWorld, numbers, serve, smsTo } from './support/world.ts';

const list = modern('tools/list');
const headers = { ...list.headers, ...bearer('kim') };

describe('a request to another name', () => {
  it.each([
    ['Host', { host: 'evil.example' }, 403],
    ['Host with our port', { host: 'evil.example:4020' }, 403],
    ['Host that begins like ours', { host: 'localhost.evil.example' }, 403],
    ['Host of another address', { host: '192.0.2.1' }, 403],
    ['Origin', { origin: 'https://evil.example' }, 403],
    ['Origin null', { origin: 'null' }, 403],
    ['Origin that is none', { origin: 'nonsense' }, 403],
    ['our own Host', { host: 'localhost:4020' }, 200],
    ['our own Origin', { origin: 'http://127.0.0.1:3000' }, 200],
  ])('by %s', async (_what, forged, status) => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    const answer = await send(server.mcp, { ...list, headers: { ...headers, ...forged } });
    expect(answer.status).toBe(status);
    const metrics = await send(`${server.url}/metrics`, { headers: forged });
    expect(metrics.status).toBe(status);
  });

  it('is answered where the operator says so', async () => {
    await using world = await createWorld({ JEONBO_HTTP_HOSTS: 'mcp.example.com, other.example' });
    await using server = await serve(world.environment);
    const named = { host: 'mcp.example.com', origin: 'https://mcp.example.com' };
    const answer = await send(server.mcp, { ...list, headers: { ...headers, ...named } });
    expect(answer.status).toBe(200);
  });
});

describe('a body', () => {
  const fill = (bytes: number) => {
    const call = { ...list.body, params: { ...list.body.params, filler: '' } };
    return JSON.stringify({
      ...call,
      params: { ...call.params, filler: 'x'.repeat(bytes - JSON.stringify(call).length) },
    });
  };

  it('may have a mebibyte, and not a byte more', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    expect((await send(server.mcp, { headers, body: fill(maxBodyBytes) })).status).toBe(200);
    const over = await send(server.mcp, { headers, body: fill(maxBodyBytes + 1) });
    expect(over).toMatchObject({ status: 413, headers: { connection: 'close' } });
    const chunked = { ...headers, 'transfer-encoding': 'chunked' };
    const unsaid = await send(server.mcp, { headers: chunked, body: fill(maxBodyBytes + 1) });
    expect(unsaid.status).toBe(413);
    // And the server goes on.
    expect((await send(server.mcp, { ...list, headers })).status).toBe(200);
  });

  it.each([
    ['that is no JSON', '{', {}, 400],
    ['that is empty', '', {}, 400],
    ['of another type', '<a/>', { 'content-type': 'text/xml' }, 415],
    ['that is no JSON-RPC', '{"a":1}', {}, 400],
    ['that is a number', '7', {}, 400],
  ])('%s is refused', async (_what, body, more, status) => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    const answer = await send(server.mcp, {
      method: 'POST',
      body,
      headers: { ...bearer('kim'), ...more },
    });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({
      jsonrpc: '2.0',
      error: { code: expect.any(Number) },
    });
  });

  it('that ends early disturbs nobody', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': '100' });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.end(`POST /mcp HTTP/1.1\r\ncontent-type: application/json\r\n${head}\r\n{"half`);
    await text(socket);
    expect((await send(server.mcp, { ...list, headers })).status).toBe(200);
  });
});

it.each(['PUT', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
  await using world = await createWorld();
  await using server = await serve(world.environment);
  const answer = await send(server.mcp, { method, headers });
  expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST, GET, DELETE' } });
});

it('gives nothing away at other paths', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment);
  for (const path of [
    '/',
    '/mcp/',
    '/baas',
    '/../etc/passwd',
    '/.well-known/oauth-authorization-server',
  ])
    expect((await send(server.url + path)).status).toBe(404);
});

describe('requests of one caller', () => {
  it('are limited, those of another are not', async () => {
    await using world = await createWorld({ JEONBO_HTTP_RATE_LIMIT: '3' });
    await using server = await serve(world.environment);
    const statuses: (number | undefined)[] = [];
    // However the minute turns between them, one of seven is over.
    for (let count = 0; count < 7; count++)
      statuses.push((await send(server.mcp, { ...list, headers })).status);
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
    expect(statuses).toContain(429);
    const other = await send(server.mcp, { ...list, headers: { ...headers, ...bearer('lee') } });
    expect(other.status).toBe(200);
  });

  it('say when to come back', async () => {
    await using world = await createWorld({ JEONBO_HTTP_RATE_LIMIT: '1' });
    await using server = await serve(world.environment);
    const all = await Promise.all(
      Array.from({ length: 3 }, () => send(server.mcp, { ...list, headers })),
    );
    const refused = all.find(({ status }) => status === 429);
    const seconds = Number(refused?.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });
});

it('a question cannot be answered with the state of another call', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment);
  const call = modern('tools/call', { name: 'send_sms', arguments: smsTo(...numbers(11)) });
  const capabilities = { 'io.modelcontextprotocol/clientCapabilities': { elicitation: {} } };
  const ask = (
    who: 'kim' | 'lee',
    more: object = {},
    message = 'Your parcel arrives at three.',
  ) => {
    const { _meta, ...params } = call.body.params as { _meta: object; arguments: object };
    const sent = { ...params, arguments: { ...params.arguments, message }, ...more };
    const body = { ...call.body, params: { ...sent, _meta: { ..._meta, ...capabilities } } };
    return send(server.mcp, { body, headers: { ...call.headers, ...bearer(who) } });
  };
  const asked = JSON.parse((await ask('kim')).body).result;
  expect(asked).toMatchObject({ resultType: 'input_required' });
  const inputResponses = { confirmation: { action: 'accept', content: { confirm: true } } };
  const { requestState } = asked;
  // Another caller, another text, a forged state.
  const others = [
    await ask('lee', { inputResponses, requestState }),
    await ask('kim', { inputResponses, requestState: `${requestState}x` }),
    await ask('kim', { inputResponses, requestState }, 'Something else.'),
  ];
  for (const { body } of others) expect(body).not.toContain('"success":true');
  expect(world.sandbox.exchanges()).toHaveLength(0);
});
