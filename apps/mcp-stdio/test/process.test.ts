import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { callOf, initialize, startRaw } from './support/run.ts';
import { apiKey, createWorld, numbers, smsTo, without } from './support/world.ts';

const phone = '010-1234-5678';

it('writes nothing but JSON-RPC to stdout, whatever comes in', async () => {
  await using world = await createWorld({ LOG_LEVEL: 'debug' });
  const server = startRaw(world.environment);
  server.send('this is no JSON');
  server.send(initialize);
  server.send('{"jsonrpc":"2.0","id":');
  server.send({ jsonrpc: '2.0', id: 1, method: 'no/such/method' });
  server.send(callOf(2, 'no_such_tool', {}));
  server.send(callOf(3, 'send_sms', { nonsense: true }));
  server.send(callOf(4, 'send_sms', smsTo(phone)));
  server.send({ jsonrpc: '2.0', id: 5, method: 'tools/list' });
  for (const id of [0, 1, 2, 3, 4, 5]) await server.answer(id);
  server.child.stdin.end();
  expect(await server.exit).toBe(0);
  expect(server.lines.length).toBeGreaterThanOrEqual(6);
  for (const line of server.lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
});

it.each(['debug', 'info'])(
  'logs JSON lines at %s without key, text or whole number',
  async (LOG_LEVEL) => {
    await using world = await createWorld({ LOG_LEVEL });
    world.sandbox.fault({ path: '/message/mms', status: 500 });
    const server = startRaw(world.environment);
    const send = smsTo(phone);
    server.send(initialize);
    server.send(callOf(1, 'send_sms', send));
    server.send(callOf(2, 'send_mms', { ...send, subject: 'A title' }));
    server.send(callOf(3, 'send_sms', { ...send, message: `The key is ${apiKey}` }));
    for (const id of [1, 2, 3]) await server.answer(id);
    server.child.stdin.end();
    await server.exit;
    const entries = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['started', 'tool called', 'tool failed', 'stopped']),
    );
    expect(entries.some(({ level }) => level === 'debug')).toBe(LOG_LEVEL === 'debug');
    const everything = [...server.log, ...server.lines].join('\n');
    expect(everything).not.toContain(apiKey);
    expect(server.log.join('\n')).not.toMatch(/parcel|A title|010-?1234-?5678|821012345678/);
  },
);

it('logs a missing key with its name and where to get it, and serves on', async () => {
  await using world = await createWorld();
  const server = startRaw(without(world, 'BAAS_API_KEY', 'PROJECT_ID'));
  server.send(initialize);
  await server.answer(0);
  const missing = JSON.parse(await server.logged('BAAS_API_KEY'));
  expect(missing).toMatchObject({ level: 'warn', setting: 'BAAS_API_KEY' });
  expect(missing.next).toContain('aiapp.link');
  expect(await server.logged('PROJECT_ID')).toBeTruthy();
  server.send({ jsonrpc: '2.0', id: 1, method: 'ping' });
  expect(await server.answer(1)).toMatchObject({ result: {} });
  server.child.stdin.end();
  expect(await server.exit).toBe(0);
});

it.each([
  ['the end of stdin', (server: ReturnType<typeof startRaw>) => server.child.stdin.end()],
  ['SIGTERM', (server: ReturnType<typeof startRaw>) => server.child.kill('SIGTERM')],
  ['SIGINT', (server: ReturnType<typeof startRaw>) => server.child.kill('SIGINT')],
])('finishes the running call at %s, closes the store and exits 0', async (_what, stop) => {
  await using world = await createWorld();
  world.sandbox.fault({ path: '/message/sms', delayMs: 300 });
  const server = startRaw(world.environment);
  server.send(initialize);
  server.send(callOf(1, 'send_sms', smsTo(phone)));
  await world.sandbox.waitFor({ to: phone });
  expect(world.sandbox.exchanges()[0]?.response).toBeNull();
  stop(server);
  expect(await server.answer(1)).toMatchObject({
    result: { structuredContent: { sent_count: 1 } },
  });
  expect(await server.exit).toBe(0);
  const store = new DatabaseSync(join(world.home, 'data', 'jeonbo', 'jeonbo.sqlite'));
  const states = store.prepare('SELECT state FROM ledger_entries').all();
  store.close();
  expect(states).toEqual([{ state: 'accepted' }]);
});

it('takes a question that nobody can answer any more for a no', async () => {
  await using world = await createWorld();
  const server = startRaw(world.environment);
  const capabilities = { elicitation: {} };
  server.send({ ...initialize, params: { ...initialize.params, capabilities } });
  await server.answer(0);
  server.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  server.send(callOf(7, 'send_sms', smsTo(...numbers(11))));
  await server.asked('elicitation/create');
  server.child.stdin.end();
  expect(await server.exit).toBe(0);
  expect(world.sandbox.exchanges()).toHaveLength(0);
});

it('ends quietly when nobody reads its answers any more', async () => {
  await using world = await createWorld();
  const server = startRaw(world.environment);
  server.send(initialize);
  await server.answer(0);
  server.child.stdout.destroy();
  server.send({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  expect(await server.exit).toBe(0);
});

it('does not start with a guard rail that is set wrongly', async () => {
  await using world = await createWorld({ JEONBO_SEND_LIMIT: 'lots' });
  const server = startRaw(world.environment);
  expect(await server.logged('JEONBO_SEND_LIMIT')).toContain('"error"');
  expect(await server.exit).toBe(1);
  expect(server.lines).toEqual([]);
});

it('says what is wrong with a store that does not open, and refuses to send', async () => {
  await using world = await createWorld();
  const blocked = join(world.home, 'file');
  await writeFile(blocked, '');
  const server = startRaw({ ...world.environment, DATABASE_URL: `file:${blocked}/x.sqlite` });
  server.send(initialize);
  expect(await server.logged('store not opened')).toContain('--check');
  server.send(callOf(1, 'send_sms', smsTo(phone)));
  expect(await server.answer(1)).toMatchObject({ result: { isError: true } });
  expect(world.sandbox.exchanges()).toHaveLength(0);
  server.child.stdin.end();
  expect(await server.exit).toBe(0);
});

it('logs a fault that nobody caught, redacted, and exits non-zero', async () => {
  await using world = await createWorld();
  const fault = `process.once('SIGUSR2', () => { throw new Error(\`\${process.env.BAAS_API_KEY} ${phone}\`) })`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(fault)}`;
  const server = startRaw({ ...world.environment, NODE_OPTIONS });
  server.send(initialize);
  await server.answer(0);
  server.child.kill('SIGUSR2');
  expect(await server.exit).toBe(1);
  const line = await server.logged('"fault"');
  expect(JSON.parse(line)).toMatchObject({ level: 'error', error: { name: 'Error' } });
  expect(server.log.join('\n')).not.toMatch(new RegExp(`${apiKey}|${phone}`));
});
