import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startChild } from './support/child.ts';
import { connectLegacy } from './support/hosts.ts';
import { callTool, modern, send } from './support/raw.ts';
import { bearer, createWorld, numbers, serve, smsTo } from './support/world.ts';

const phone = '010-1234-5678';
const contentOf = (body: string) => JSON.parse(body).result.structuredContent;

it.each(['SIGTERM', 'SIGINT'] as const)(
  'finishes the running call at %s, and exits 0',
  async (signal) => {
    await using world = await createWorld();
    world.sandbox.fault({ path: '/message/sms', delayMs: 300 });
    await using server = await startChild(world.environment);
    const call = callTool(`${server.url}/mcp`, bearer('kim'), 'send_sms', smsTo(phone));
    await world.sandbox.waitFor({ to: phone });
    expect(world.sandbox.exchanges()[0]?.response).toBeNull();
    server.process.kill(signal);
    const answer = await call;
    expect(contentOf(answer.body)).toMatchObject({ sent_count: 1 });
    expect(answer.headers.connection).toBe('close');
    expect(await server.exit).toBe(0);
    const store = new DatabaseSync(join(world.home, 'data', 'jeonbo', 'jeonbo.sqlite'));
    const states = store.prepare('SELECT state FROM ledger_entries').all();
    store.close();
    expect(states).toEqual([{ state: 'accepted' }]);
  },
);

it('under load loses no answer: each call went out and says so, or was refused untouched', async () => {
  await using world = await createWorld({ JEONBO_HTTP_RATE_LIMIT: '0' });
  await using server = await startChild(world.environment);
  const url = `${server.url}/mcp`;
  const all = numbers(2000);
  const outcomes: { number: string; accepted: boolean }[] = [];
  let next = 0;
  let lost = 0;
  const work = async () => {
    for (let number = all[next++]; number !== undefined; number = all[next++]) {
      try {
        const { status, body } = await callTool(url, bearer('kim'), 'send_sms', smsTo(number));
        outcomes.push({ number, accepted: status === 200 && contentOf(body).success === true });
        if (status !== 200 && status !== 503) lost++;
      } catch (error) {
        // Nobody listens any more: nothing was sent.
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') lost++;
        return;
      }
      // In the middle of it.
      if (outcomes.length === 60) server.process.kill('SIGTERM');
    }
  };
  await Promise.all(Array.from({ length: 12 }, work));
  expect(await server.exit).toBe(0);
  expect(lost).toBe(0);
  const accepted = outcomes.filter((outcome) => outcome.accepted);
  expect(accepted.length).toBeGreaterThanOrEqual(60);
  expect(world.sandbox.messages()).toHaveLength(accepted.length);
});

it('refuses new calls while it stops, and says that it is not ready', async () => {
  await using world = await createWorld();
  world.sandbox.fault({ path: '/message/sms', delayMs: 300 });
  const server = await serve(world.environment);
  const { Agent, request } = await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = bearer('kim');
      request(server.url + path, { agent, headers }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      })
        .once('error', reject)
        .end();
    });
  expect(await ask('/readyz')).toBe(200);
  const call = callTool(server.mcp, bearer('kim'), 'send_sms', smsTo(phone));
  await world.sandbox.waitFor({ to: phone });
  const stopped = server.stop();
  // On the connection that was kept; new ones are not taken.
  expect(await ask('/readyz')).toBe(503);
  await expect(send(`${server.url}/readyz`)).rejects.toThrow('ECONNREFUSED');
  expect(contentOf((await call).body)).toMatchObject({ sent_count: 1 });
  await stopped;
  agent.destroy();
});

it('answers what had arrived before it cuts connections, however late it comes to read it', async () => {
  await using world = await createWorld();
  const server = await serve(world.environment);
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  const ask = 'GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
  const first = Promise.withResolvers<void>();
  let answers = '';
  socket.setEncoding('utf8').on('data', (data: string) => {
    answers += data;
    first.resolve();
  });
  socket.write(ask);
  await first.promise;
  const stopped = server.stop();
  for (let turns = 0; turns < 5; turns++) await nextTurn();
  // It is in the socket, and the process is busy for longer than it waits for connections.
  socket.write(ask);
  for (const until = performance.now() + 1000; performance.now() < until; );
  await once(socket, 'close');
  expect(answers.match(/HTTP\/1.1 (\d+)/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
  await stopped;
});

it('waits for no stream that only listens', async () => {
  await using world = await createWorld();
  const server = await serve(world.environment);
  const listen = modern('subscriptions/listen', { notifications: { toolsListChanged: true } });
  const modernEra = await fetch(server.mcp, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...listen.headers,
      ...bearer('kim'),
    },
    body: JSON.stringify(listen.body),
  });
  expect(modernEra.headers.get('content-type')).toContain('text/event-stream');
  await using host = await connectLegacy(server.mcp, bearer('kim'));
  const legacyEra = await fetch(server.mcp, {
    headers: {
      accept: 'text/event-stream',
      'mcp-session-id': host.sessionId ?? '',
      'mcp-protocol-version': '2025-11-25',
      ...bearer('kim'),
    },
  });
  // One stream of a session, and the client has it.
  expect([200, 409]).toContain(legacyEra.status);
  await server.stop();
  await Promise.all([modernEra, legacyEra].map((response) => response.text().catch(() => '')));
});

it('takes a question that nobody will answer for a no', async () => {
  await using world = await createWorld();
  const server = await serve(world.environment);
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  await using host = await connectLegacy(server.mcp, bearer('kim'), () => {
    ask();
    return new Promise(() => {});
  });
  const call = host.call('send_sms', smsTo(...numbers(11))).catch((error: unknown) => error);
  await asked;
  await server.stop();
  expect(JSON.stringify(await call)).not.toContain('"success":true');
  expect(world.sandbox.exchanges()).toHaveLength(0);
});
