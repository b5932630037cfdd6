import { testEngines } from '@jeonbo/store/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Receiver, startReceiver } from './events/support/receiver.ts';
import { startChild } from './support/child.ts';
import { send } from './support/send.ts';
import { startUrlDb, type TestUrlDb } from './support/url-db.ts';

const settings = { URL_DB_PRIVATE_WEBHOOKS: 'true' };

describe.each(testEngines)('webhooks of the server on %s', (_name, start) => {
  let engine: Awaited<ReturnType<typeof start>>;
  let receiver: Receiver;
  const running: TestUrlDb[] = [];
  beforeAll(async () => {
    engine = await start();
    receiver = await startReceiver();
  });
  afterEach(async () => {
    for (const urlDb of running.splice(0)) await urlDb.stop();
  });
  afterAll(async () => {
    await receiver.close();
    await engine.stop();
  });
  const serve = async (...options: Parameters<typeof startUrlDb>) => {
    const urlDb = await startUrlDb(...options);
    running.push(urlDb);
    return urlDb;
  };

  test('by default none may go to this machine, however it is named', async () => {
    const urlDb = await serve(engine);
    for (const endpoint of [receiver.url, 'http://localhost:1/', 'http://[::ffff:127.0.0.1]/'])
      expect(await urlDb.call('POST /subscriptions', { endpoint })).toMatchObject({
        status: 400,
        body: { error: 'VALIDATION_ERROR', details: [{ field: 'endpoint' }] },
      });
    expect((await urlDb.call('GET /subscriptions')).body).toEqual({ subscriptions: [] });
  });

  test('a change is delivered, as GET /events tells it, also after a restart', async () => {
    const first = await serve(engine, settings);
    const made = await first.call('POST /subscriptions', { endpoint: receiver.url });
    expect(made.status).toBe(201);
    const { id, secret } = made.body;
    expect((await first.call(`GET /subscriptions/${id}`)).body).not.toHaveProperty('secret');
    await first.call('POST /domains', { name: 'tech' });
    const node = await first.call('POST /nodes', {
      domain_name: 'tech',
      url: 'https://example.com/1',
    });
    expect(node.status).toBe(201);
    const [message] = await receiver.until(1);
    if (!message) throw new Error('nothing came');
    receiver.verify(message, secret);
    const { events } = (await first.call('GET /events')).body;
    expect(message.event).toEqual(events[0]);

    // What happens while it cannot be delivered waits for the next process.
    receiver.answer = () => 500;
    await first.call(`PUT /nodes/${node.body.composite_id}`, { title: 'later' });
    await receiver.until(2);
    await first.stop();
    receiver.answer = () => 204;
    const { databaseUrl } = first;
    const second = await serve(engine, { ...settings, DATABASE_URL: databaseUrl });
    const [, failed, again] = await receiver.until(3);
    expect(again?.text).toBe(failed?.text);
    expect(again?.id).toBe(failed?.id);
    const { deliveries } = (await second.call(`GET /subscriptions/${id}/deliveries`)).body;
    expect(deliveries).toMatchObject([
      { event_type: 'node.updated', attempts: 2 },
      { event_type: 'node.created', attempts: 1, state: 'delivered' },
    ]);
  });

  test('kill -9 of the server loses nothing that it acknowledged, and keeps the order', async () => {
    const databaseUrl = await engine.createDatabase();
    const environment = { ...settings, DATABASE_URL: databaseUrl };
    const own = await startReceiver();
    own.answer = () => 500;
    const first = await startChild({ environment });
    const call = async (line: string, body: unknown) => {
      const [method = '', path = ''] = line.split(' ');
      const answer = await send(`${first.origin}/api/mcp${path}`, { method, headers: {}, body });
      expect(answer.status).toBeLessThan(300);
      return answer.body;
    };
    const { secret } = await call('POST /subscriptions', { endpoint: own.url });
    await call('POST /domains', { name: 'tech' });
    const url = 'https://example.com/1';
    const node = await call('POST /nodes', { domain_name: 'tech', url, title: '0' });
    await own.until(1);
    for (const title of ['1', '2', '3', '4', '5'])
      await call(`PUT /nodes/${node.composite_id}`, { title });
    first.process.kill('SIGKILL');
    await first.exit;

    own.answer = () => 204;
    await using _second = await startChild({ environment });
    // The first of them again, and what waited behind it.
    const received = await own.until(7);
    expect(received.map(({ event }) => event.data.title)).toEqual(['0', '0', ...'12345']);
    expect(received[1]?.id).toBe(received[0]?.id);
    for (const message of received) own.verify(message, secret);
    await own.close();
  }, 60_000);
});
