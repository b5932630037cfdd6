import { startPostgres } from '@jeonbo/store/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectLegacy, connectModern } from '../support/hosts.ts';
import { callTool, contentOf, modern, send } from '../support/raw.ts';
import { balance } from '../support/round-robin.ts';
import { bearer, createWorld, numbers, serve, smsTo, type World } from '../support/world.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const JEONBO_SECRET_KEY = 'a9'.repeat(32);

async function createShared(settings: Readonly<Record<string, string>> = {}): Promise<World> {
  const DATABASE_URL = await postgres.createDatabase();
  return createWorld({ DATABASE_URL, JEONBO_SECRET_KEY, ...settings });
}

it('two instances are one server: duplicates, status, history', async () => {
  await using world = await createShared();
  await using one = await serve(world.environment);
  await using two = await serve(world.environment);
  await using balancer = await balance(one.url, two.url);
  await using host = await connectModern(`${balancer.url}/mcp`, bearer('kim'));
  const [first, again] = [
    await host.call('send_sms', smsTo('010-1234-5678')),
    await host.call('send_sms', smsTo('010-1234-5678')),
  ];
  const { group_id } = first.structuredContent as { group_id: number };
  expect(again.structuredContent).toMatchObject({ duplicate: true, group_id });
  for (const _instance of [one, two]) {
    const status = await host.call('get_message_status', { group_id });
    expect(status.structuredContent).toMatchObject({ group_id });
    const history = await host.call('get_send_history', {});
    expect(history.structuredContent).toMatchObject({ total_count: 1 });
  }
  expect(world.sandbox.exchanges().filter(({ request }) => request.method === 'POST')).toHaveLength(
    1,
  );
  for (const count of balancer.counts) expect(count).toBeGreaterThan(1);
});

it('of the same sends at the same time on both, each leaves once', async () => {
  await using world = await createShared({ JEONBO_SEND_LIMIT: '5' });
  await using one = await serve(world.environment);
  await using two = await serve(world.environment);
  await using balancer = await balance(one.url, two.url);
  const url = `${balancer.url}/mcp`;
  const sends = numbers(4).flatMap((number) => [number, number, number]);
  const answers = await Promise.all(
    sends.map((number) => callTool(url, bearer('kim'), 'send_sms', smsTo(number))),
  );
  expect(world.sandbox.messages()).toHaveLength(4);
  for (const answer of answers.map(contentOf))
    if (answer.success) expect(answer.sent_count).toBe(1);
    else expect(answer.error_code).toBe('DELIVERY_UNKNOWN');
  // The limit counts over both.
  const [, , , , fifth = '', sixth = ''] = numbers(6);
  const last = await callTool(url, bearer('kim'), 'send_sms', smsTo(fifth));
  expect(contentOf(last)).toMatchObject({ sent_count: 1 });
  const over = await callTool(url, bearer('kim'), 'send_sms', smsTo(sixth));
  expect(contentOf(over)).toMatchObject({ error_code: 'SEND_LIMIT_REACHED' });
});

it('what is asked on one is answered on the other', async () => {
  await using world = await createShared();
  await using one = await serve(world.environment);
  await using two = await serve(world.environment);
  await using balancer = await balance(one.url, two.url);
  let asked = 0;
  await using host = await connectModern(`${balancer.url}/mcp`, bearer('kim'), () => {
    asked++;
    return { confirm: true };
  });
  const sent = await host.call('send_sms', smsTo(...numbers(11)));
  expect(sent.structuredContent).toMatchObject({ sent_count: 11 });
  expect(asked).toBe(1);

  // And a token, once: of two that hand it in together, one passes.
  const send = { ...smsTo(...numbers(12)), message: 'Another one.' };
  const held = await callTool(one.mcp, bearer('kim'), 'send_sms', send);
  const { confirm_token } = contentOf(held);
  const both = await Promise.all(
    [one.mcp, two.mcp].map((url) =>
      callTool(url, bearer('kim'), 'send_sms', { ...send, confirm_token }),
    ),
  );
  const went = both.map(contentOf).filter(({ success }) => success);
  expect(went).toMatchObject([{ sent_count: 12 }]);
  expect(world.sandbox.messages()).toHaveLength(23);
});

it('a caller with its own key is the same on both', async () => {
  await using world = await createShared();
  await using one = await serve(world.environment);
  await using two = await serve(world.environment);
  const own = { 'x-baas-api-key': 'callers-own-key-1' };
  const sent = await callTool(one.mcp, own, 'send_sms', {
    ...smsTo('010-1234-5678'),
    project_id: world.environment.PROJECT_ID,
  });
  const { group_id } = contentOf(sent);
  const status = await callTool(two.mcp, own, 'get_message_status', { group_id });
  expect(contentOf(status)).toMatchObject({ group_id });
});

it('requests are counted over both', async () => {
  await using world = await createShared({ JEONBO_HTTP_RATE_LIMIT: '6' });
  await using one = await serve(world.environment);
  await using two = await serve(world.environment);
  await using balancer = await balance(one.url, two.url);
  const list = modern('tools/list');
  const headers = { ...list.headers, ...bearer('kim') };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send(`${balancer.url}/mcp`, { ...list, headers })),
  );
  const passed = answers.filter(({ status }) => status === 200);
  // The minute may turn between them: then both minutes' share may pass.
  expect(passed.length).toBeGreaterThanOrEqual(6);
  expect(passed.length).toBeLessThanOrEqual(12);
});

it('sessions of 2025-era clients want the same instance', async () => {
  await using world = await createShared();
  await using one = await serve(world.environment);
  await using two = await serve(world.environment);
  await using host = await connectLegacy(one.mcp, bearer('kim'));
  const session = { 'mcp-session-id': host.sessionId ?? '', 'mcp-protocol-version': '2025-11-25' };
  const answer = await send(two.mcp, {
    headers: { ...bearer('kim'), ...session },
    body: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
  });
  // Which tells a client to begin anew.
  expect(answer.status).toBe(404);
});
