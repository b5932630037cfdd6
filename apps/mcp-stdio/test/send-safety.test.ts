import { describe, expect, it } from 'vitest';
import { hosts } from './support/hosts.ts';
import { callOf, initialize, startRaw } from './support/run.ts';
import { createWorld, numbers, smsTo } from './support/world.ts';

const phone = '010-1234-5678';

describe.each(hosts)('sends from a host with %s', (_name, _version, connect) => {
  it('stay in doubt after kill -9 between the request and its answer', async () => {
    await using world = await createWorld();
    world.sandbox.fault({ path: '/message/sms', delayMs: 60_000 });
    const killed = await connect(world.environment);
    const lost = killed.call('send_sms', smsTo(phone)).catch((error: unknown) => error);
    await world.sandbox.waitFor({ to: phone });
    process.kill(killed.pid, 'SIGKILL');
    expect(await lost).toBeInstanceOf(Error);
    await killed[Symbol.asyncDispose]();

    await using host = await connect(world.environment);
    const again = await host.call('send_sms', smsTo(phone));
    expect(again.isError).toBe(true);
    expect(again.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
    expect(world.sandbox.exchanges()).toHaveLength(1);
  });

  it('share their limit with a second server on the same ledger', async () => {
    await using world = await createWorld({ JEONBO_SEND_LIMIT: '3' });
    await using one = await connect(world.environment);
    await using two = await connect(world.environment);
    const [first, second, third, fourth] = numbers(4) as [string, string, string, string];
    const sent = await one.call('send_sms', smsTo(first, second));
    expect(sent.structuredContent).toMatchObject({ sent_count: 2 });
    const over = await two.call('send_sms', smsTo(third, fourth));
    expect(over.structuredContent).toMatchObject({ error_code: 'SEND_LIMIT_REACHED' });
    const within = await two.call('send_sms', smsTo(third));
    expect(within.structuredContent).toMatchObject({ sent_count: 1 });
    expect(world.sandbox.messages()).toHaveLength(3);
  });

  it('are cut off when the host cancels, and not repeated', async () => {
    await using world = await createWorld();
    world.sandbox.fault({ path: '/message/sms', delayMs: 60_000 });
    await using host = await connect(world.environment);
    const stop = new AbortController();
    const call = host.call('send_sms', smsTo(phone), stop).catch((error: unknown) => error);
    await world.sandbox.waitFor({ to: phone });
    stop.abort();
    expect(await call).toBeInstanceOf(Error);
    const again = await host.call('send_sms', smsTo(phone));
    expect(again.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
    expect(world.sandbox.exchanges()).toHaveLength(1);
  });
});

it('carries a cancellation to the request itself', async () => {
  await using world = await createWorld();
  world.sandbox.fault({ path: '/message/sms', delayMs: 60_000 });
  const server = startRaw(world.environment);
  server.send(initialize);
  server.send(callOf(1, 'send_sms', smsTo(phone)));
  await world.sandbox.waitFor({ to: phone });
  server.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } });
  // Long before the minute is over.
  expect(JSON.parse(await server.logged('"tool failed"'))).toMatchObject({
    tool: 'send_sms',
    code: 'DELIVERY_UNKNOWN',
  });
  server.child.stdin.end();
  expect(await server.exit).toBe(0);
});
