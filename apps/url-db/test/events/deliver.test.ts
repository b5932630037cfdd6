import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { testEngines } from '@jeonbo/store/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createDeliverer,
  type Deliverer,
  type DelivererOptions,
} from '../../src/events/create-deliverer.ts';
import type { DeliverResult } from '../../src/events/deliver.ts';
import { createLog } from '../../src/log.ts';
import type { StoreEventType } from '../../src/storage/event-types.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { UrlStore } from '../../src/storage/store.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const allTypes: readonly StoreEventType[] = [
  'node.created',
  'node.updated',
  'node.deleted',
  'attribute.changed',
  'dependency.changed',
];

describe.each(testEngines)('webhooks on %s', (_name, start) => {
  let engine: Awaited<ReturnType<typeof start>>;
  let store: UrlStore;
  let url: string;
  let receiver: Receiver;
  const open: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  const world = async () => {
    url = await engine.createDatabase();
    store = await openStore(url);
    open.push(() => store.close());
    receiver = await startReceiver();
    open.push(() => receiver.close());
    await store.createDomain({ name: 'tech', description: null });
    await store.createDomain({ name: 'other', description: null });
  };
  const subscribe = (changes: Partial<Parameters<UrlStore['createSubscription']>[0]> = {}) =>
    store.createSubscription({
      endpoint: receiver.url,
      eventTypes: allTypes,
      filter: {},
      secret,
      ...changes,
    });
  const add = async (path: string, domainName = 'tech') => {
    const made = await store.createNode({
      domainName,
      url: `https://example.com/${path}`,
      title: path,
      description: null,
    });
    if (typeof made === 'string' || !('node' in made)) throw new Error('not made');
    return made.node;
  };
  const deliverFrom = (
    from: UrlStore,
    options: Partial<DelivererOptions> = {},
  ): Deliverer & { readonly settled: (count: number) => Promise<readonly DeliverResult[]> } => {
    const results: DeliverResult[] = [];
    const waiting = new Set<() => void>();
    const deliverer = createDeliverer({
      store: from,
      toolName: 'url-db',
      allowPrivate: true,
      log: createLog(() => {}, {}),
      pollMs: 5,
      pauses: [10, 20, 30],
      onResult(result) {
        results.push(result);
        for (const look of waiting) look();
      },
      ...options,
    });
    open.push(() => deliverer.stop());
    const settled = (count: number) =>
      new Promise<readonly DeliverResult[]>((resolve) => {
        const look = () => {
          if (results.length >= count) resolve(results);
        };
        waiting.add(look);
        look();
      });
    return { ...deliverer, settled };
  };

  test('every kind of change arrives, signed by the standard', async () => {
    await world();
    const { id } = await subscribe();
    const node = await add('a');
    const other = await add('b');
    await store.updateNode('tech', node.id, { title: '새 제목' });
    await store.setAttributes('tech', node.id, [{ name: 'lang', value: 'ko' }], { create: true });
    await store.addDependency({
      dependent: { domainName: 'tech', id: node.id },
      dependency: { domainName: 'tech', id: other.id },
      type: 'soft',
      cascadeDelete: false,
      description: null,
    });
    await store.deleteNode('tech', node.id);
    const deliverer = deliverFrom(store);
    await deliverer.settled(6);

    const { received } = receiver;
    for (const message of received) receiver.verify(message, secret);
    expect(() =>
      receiver.verify(received[0] as never, `whsec_${Buffer.alloc(32).toString('base64')}`),
    ).toThrow();
    expect(new Set(received.map((message) => message.id)).size).toBe(received.length);
    const own = received.filter(({ event }) => event.composite_id.endsWith(`:${node.id}`));
    expect(own.map(({ event }) => event.type).slice(0, 4)).toEqual([
      'node.created',
      'node.updated',
      'attribute.changed',
      'dependency.changed',
    ]);
    expect(own.at(-1)?.event.type).toBe('node.deleted');
    expect(own[1]?.event.data).toMatchObject({ title: '새 제목', changed: ['title'] });
    expect(own[0]?.headers).toMatchObject({ 'content-type': 'application/json' });
    const [last] = await store.listDeliveries(id, { limit: 1 });
    expect(last).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 204 });
  });

  test('types and domain of a subscription are kept to', async () => {
    await world();
    await subscribe({ eventTypes: ['node.updated'], filter: { domainName: 'tech' } });
    const node = await add('a');
    const foreign = await add('a', 'other');
    await store.updateNode('other', foreign.id, { title: 'x' });
    await store.updateNode('tech', node.id, { title: 'y' });
    await deliverFrom(store).settled(1);
    expect(receiver.received.map(({ event }) => [event.type, event.composite_id])).toEqual([
      ['node.updated', `url-db:tech:${node.id}`],
    ]);
  });

  test('a node whose event fails waits for it, others do not', async () => {
    await world();
    await subscribe();
    const node = await add('a');
    await store.updateNode('tech', node.id, { title: 'second' });
    await store.updateNode('tech', node.id, { title: 'third' });
    const other = await add('b');
    let failures = 2;
    receiver.answer = (event) =>
      event.composite_id.endsWith(`:${node.id}`) && failures-- > 0 ? 500 : 200;
    await deliverFrom(store).settled(6);

    const own = receiver.received.filter(({ event }) => event.composite_id.endsWith(`:${node.id}`));
    expect(own.map(({ event, status }) => [event.data.title, status])).toEqual([
      ['a', 500],
      ['a', 500],
      ['a', 200],
      ['second', 200],
      ['third', 200],
    ]);
    // The same message, told again.
    expect(own[0]?.id).toBe(own[2]?.id);
    const place = receiver.received.findIndex(({ event }) =>
      event.composite_id.endsWith(`:${other.id}`),
    );
    expect(place).toBeLessThan(2);
  });

  test('what is never taken is given up, and the next one goes out', async () => {
    await world();
    const { id } = await subscribe();
    const node = await add('a');
    await store.updateNode('tech', node.id, { title: 'second' });
    receiver.answer = (event) => (event.type === 'node.created' ? 503 : 200);
    const results = await deliverFrom(store).settled(5);
    expect(results).toEqual(['retried', 'retried', 'retried', 'given_up', 'delivered']);
    expect(await store.listDeliveries(id, { limit: 9 })).toMatchObject([
      { state: 'delivered', attempts: 1 },
      { state: 'failed', attempts: 4, lastStatus: 503, lastError: 'answered_503' },
    ]);
  });

  test('410 ends the subscription, and made active again it goes on', async () => {
    await world();
    const { id } = await subscribe();
    await add('a');
    receiver.answer = () => 410;
    const deliverer = deliverFrom(store);
    await deliverer.settled(1);
    expect(await store.getSubscription(id)).toMatchObject({ active: false });
    await add('b');
    receiver.answer = () => 200;
    await store.updateSubscription(id, { active: true });
    await deliverer.settled(3);
    expect(receiver.received.map(({ event, status }) => [event.data.title, status])).toEqual([
      ['a', 410],
      ['a', 200],
      ['b', 200],
    ]);
  });

  test('a redirect is not followed, and nothing of an endless answer is read', async () => {
    await world();
    const target = await startReceiver();
    open.push(() => target.close());
    const { id } = await subscribe();
    await add('a');
    receiver.answer = (_event, response) => {
      response.writeHead(302, { location: target.url });
      response.end();
      return 302;
    };
    const deliverer = deliverFrom(store);
    await deliverer.settled(1);
    receiver.answer = (_event, response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
      return 200;
    };
    const results = await deliverer.settled(2);
    expect(results).toEqual(['retried', 'delivered']);
    expect(target.received).toEqual([]);
    expect(await store.listDeliveries(id, { limit: 1 })).toMatchObject([{ attempts: 2 }]);
  });

  test('who does not answer in time is tried again', async () => {
    await world();
    const { id } = await subscribe();
    await add('a');
    const { promise: never, resolve: release } = Promise.withResolvers<number>();
    let asked = 0;
    receiver.answer = () => (asked++ === 0 ? never : 200);
    const results = await deliverFrom(store, { timeoutMs: 50 }).settled(2);
    release(200);
    expect(results).toEqual(['retried', 'delivered']);
    expect(await store.listDeliveries(id, { limit: 1 })).toMatchObject([{ attempts: 2 }]);
  });

  test('who never answers keeps nothing from another, and is asked less until he answers', async () => {
    await world();
    const silent = await startReceiver();
    open.push(() => silent.close());
    const { promise: never, resolve: release } = Promise.withResolvers<number>();
    let held = 0;
    silent.answer = () => {
      held += 1;
      return never;
    };
    const dead = await subscribe({ endpoint: silent.url });
    await subscribe();
    const nodes = await Promise.all(Array.from({ length: 40 }, (_, index) => add(`n${index}`)));
    for (const { id } of nodes) await store.updateNode('tech', id, { title: 'second' });
    const deliverer = deliverFrom(store, { timeoutMs: 60_000, concurrency: 10, share: 8 });
    await receiver.until(80);
    expect(held).toBe(8);
    for (const { id } of nodes) {
      const own = receiver.received.filter(({ event }) => event.composite_id.endsWith(`:${id}`));
      expect(own.map(({ event }) => event.type)).toEqual(['node.created', 'node.updated']);
    }
    // What he did not take waits for him.
    expect(await store.listDeliveries(dead.id, { limit: 100 })).toHaveLength(80);
    silent.answer = () => 204;
    release(204);
    await silent.until(80);
    await deliverer.stop();
    expect(new Set(silent.received.map(({ id }) => id)).size).toBe(80);
  });

  test('nothing is posted into a private network by default', async () => {
    await world();
    const { id } = await subscribe();
    await add('a');
    await deliverFrom(store, { allowPrivate: false }).settled(1);
    expect(receiver.received).toEqual([]);
    expect(await store.listDeliveries(id, { limit: 1 })).toMatchObject([
      { state: 'pending', lastStatus: null, lastError: 'private' },
    ]);
  });

  test('three of us on one database deliver everything once, in order', async () => {
    await world();
    await subscribe();
    const others = [await openStore(url), await openStore(url)];
    for (const one of others) open.push(() => one.close());
    const deliverers = [store, ...others].map((one) => deliverFrom(one));
    const nodes = await Promise.all(Array.from({ length: 10 }, (_, index) => add(`n${index}`)));
    for (let round = 1; round <= 5; round += 1)
      await Promise.all(
        nodes.map((node, index) =>
          [store, ...others][index % 3]?.updateNode('tech', node.id, { title: `${round}` }),
        ),
      );
    await receiver.until(60);
    for (const deliverer of deliverers) await deliverer.stop();
    expect(receiver.received).toHaveLength(60);
    for (const node of nodes) {
      const ids = receiver.received
        .filter(({ event }) => event.composite_id.endsWith(`:${node.id}`))
        .map(({ event }) => event.id);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      expect(ids).toHaveLength(6);
    }
  });

  test('a process killed in the middle of an attempt loses nothing and keeps the order', async () => {
    await world();
    await subscribe();
    const node = await add('a');
    for (let round = 1; round <= 20; round += 1)
      await store.updateNode('tech', node.id, { title: `${round}` });
    const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
    const { promise: never, resolve: release } = Promise.withResolvers<number>();
    receiver.answer = ({ data }) => {
      if (data.title !== '10') return 200;
      isHeld();
      return never;
    };
    const first = spawnChild(url);
    await held;
    first.kill('SIGKILL');
    await once(first, 'exit');
    receiver.answer = () => 200;
    release(200);

    const second = spawnChild(url);
    open.push(async () => {
      second.kill('SIGKILL');
      await once(second, 'exit');
    });
    // 21 events, and the one in whose middle it was killed.
    await receiver.until(22);
    const titles = receiver.received.map(({ event }) => event.data.title);
    expect(titles).toEqual(
      ['a', ...Array.from({ length: 20 }, (_, index) => `${index + 1}`)].flatMap((title) =>
        title === '10' ? ['10', '10'] : [title],
      ),
    );
    const again = receiver.received.filter(({ event }) => event.data.title === '10');
    expect(again[0]?.id).toBe(again[1]?.id);
  });

  test('stopping waits for the attempt that runs', async () => {
    await world();
    const { id } = await subscribe();
    await add('a');
    const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
    const { promise: answer, resolve: release } = Promise.withResolvers<number>();
    receiver.answer = () => {
      isHeld();
      return answer;
    };
    const deliverer = deliverFrom(store);
    await held;
    const stopped = deliverer.stop();
    await add('b');
    release(200);
    await stopped;
    expect(await store.listDeliveries(id, { limit: 5 })).toMatchObject([{ state: 'delivered' }]);
    expect(receiver.received).toHaveLength(1);
  });
});

function spawnChild(url: string) {
  const script = fileURLToPath(new URL('./support/deliver-child.ts', import.meta.url));
  return spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
}
