import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import type { Delivery } from '../delivery-types.ts';
import { storeEventTypes } from '../event-types.ts';

describe.each(testEngines)('events on %s', (_engine, start) => {
  const stores = useUrlStores(start);
  const create = async () => {
    const made = await stores.create();
    const { store } = made;
    await store.createDomain({ name: 'one', description: null });
    const add = (page: string) =>
      store.createNode({
        domainName: 'one',
        url: `https://example.com/${page}`,
        title: page,
        description: null,
      });
    const subscribe = (more: object = {}) =>
      store.createSubscription({
        endpoint: 'https://example.com/hook',
        eventTypes: storeEventTypes,
        filter: {},
        secret: 'secret',
        ...more,
      });
    return { ...made, add, subscribe };
  };

  it('tell of every change, in order', async () => {
    const { store, clock, add } = await create();
    await add('a');
    await add('b');
    await add('b');
    await store.updateNode('one', 1, { title: 'new' });
    await store.updateNode('one', 1, { title: 'new' });
    await store.setAttributes('one', 1, [{ name: 'size', value: '1' }], { create: true });
    await store.addDependency({
      dependent: { domainName: 'one', id: 1 },
      dependency: { domainName: 'one', id: 2 },
      type: 'soft',
      cascadeDelete: true,
      description: null,
    });
    await store.deleteAttribute('one', 1, 'size');
    await store.removeDependency('one', 1, 1);
    await store.deleteNode('one', 1);
    const a = {
      url: 'https://example.com/a',
      title: 'a',
      description: null,
      createdAt: clock.at,
      updatedAt: clock.at,
    };
    const events = await store.readEvents(0, 100);
    const tie = { dependencyId: 1, type: 'soft', cascadeDelete: true };
    const other = { dependency: { domainName: 'one', nodeId: 2 } };
    expect(events.map(({ id: _id, ...event }) => event)).toMatchObject([
      { type: 'node.created', domainName: 'one', nodeId: 1, at: clock.at, data: a },
      { type: 'node.created', nodeId: 2 },
      { type: 'node.updated', data: { ...a, title: 'new', changed: ['title'] } },
      {
        type: 'attribute.changed',
        data: { changed: ['size'], attributes: [{ name: 'size', type: 'number', value: '1' }] },
      },
      { type: 'dependency.changed', nodeId: 1, data: { change: 'added', ...tie, ...other } },
      { type: 'attribute.changed', data: { changed: ['size'], attributes: [] } },
      { type: 'dependency.changed', data: { change: 'removed', ...tie, ...other } },
      { type: 'node.deleted', nodeId: 1, data: { ...a, title: 'new' } },
    ]);
    const ids = events.map(({ id }) => id);
    expect([...ids].sort((one, two) => one - two)).toEqual(ids);
    expect(await store.lastEventId()).toBe(ids.at(-1));
    expect(await store.readEvents(ids[1] ?? 0, 2)).toEqual(events.slice(2, 4));
    expect(await store.readEvents(ids.at(-1) ?? 0, 2)).toEqual([]);
  });

  it('tell of all that goes with a node, and of who loses it', async () => {
    const { store, add } = await create();
    for (const page of ['a', 'b', 'c']) await add(page);
    const tie = (dependent: number, dependency: number, cascadeDelete: boolean) =>
      store.addDependency({
        dependent: { domainName: 'one', id: dependent },
        dependency: { domainName: 'one', id: dependency },
        type: 'soft',
        cascadeDelete,
        description: null,
      });
    await tie(1, 2, true);
    await tie(3, 1, false);
    await store.setAttributes('one', 3, [{ name: 'size', value: '1' }], { create: true });
    const before = await store.lastEventId();
    await store.deleteNode('one', 2);
    await store.deleteAttributeDefinition('one', 1, { force: true });
    const told = (await store.readEvents(before, 100)).map(({ type, nodeId }) => [type, nodeId]);
    expect(told).toEqual([
      ['dependency.changed', 3],
      ['node.deleted', 2],
      ['node.deleted', 1],
      ['attribute.changed', 3],
    ]);
  });

  it('have ids in the order in which they can be seen, however many write', async () => {
    const { store, again } = await create();
    const writers = [store, await again(), await again(), await again()];
    const reader = await again();
    // A domain each: those of one domain would wait for each other anyway.
    for (const place of writers.keys())
      await store.createDomain({ name: `w${place}`, description: null });
    const seen: number[] = [];
    let writing = true;
    const reading = (async () => {
      while (writing || seen.length < 80) {
        const events = await reader.readEvents(seen.at(-1) ?? 0, 7);
        seen.push(...events.map(({ id }) => id));
        await new Promise(setImmediate);
      }
    })();
    await Promise.all(
      writers.flatMap((writer, place) =>
        Array.from({ length: 20 }, (_, index) =>
          writer.createNode({
            domainName: `w${place}`,
            url: `https://example.com/${place}/${index}`,
            title: 'x',
            description: null,
          }),
        ),
      ),
    );
    writing = false;
    await reading;
    expect(seen).toEqual((await store.readEvents(0, 1000)).map(({ id }) => id));
    expect(seen).toHaveLength(80);
  });

  it('go to subscriptions that want them, from their beginning on', async () => {
    const { store, clock, add, subscribe } = await create();
    await add('before');
    const all = await subscribe();
    expect(all).toEqual({
      id: 1,
      endpoint: 'https://example.com/hook',
      eventTypes: storeEventTypes,
      filter: {},
      secret: 'secret',
      active: true,
      createdAt: clock.at,
      updatedAt: clock.at,
      cursor: 1,
    });
    const some = await subscribe({ eventTypes: ['node.updated'], filter: { nodeId: 2 } });
    const other = await subscribe({ filter: { domainName: 'two' } });
    await add('a');
    await store.updateNode('one', 1, { title: 'x' });
    await store.updateNode('one', 2, { title: 'x' });
    expect(await store.scheduleDeliveries()).toEqual({ scheduled: 4, more: false });
    expect(await store.scheduleDeliveries()).toEqual({ scheduled: 0, more: false });
    const of = async (id: number) =>
      (await store.listDeliveries(id, { limit: 10 })).map(({ event }) => [
        event.type,
        event.nodeId,
      ]);
    expect(await of(all.id)).toEqual([
      ['node.updated', 2],
      ['node.updated', 1],
      ['node.created', 2],
    ]);
    expect(await of(some.id)).toEqual([['node.updated', 2]]);
    expect(await of(other.id)).toEqual([]);
  });

  it('are scheduled once, whoever schedules', async () => {
    const { store, add, subscribe, again } = await create();
    await subscribe();
    await store.createNodes(
      Array.from({ length: 700 }, (_, index) => ({
        domainName: 'one',
        url: `https://example.com/${index}`,
        title: 'x',
        description: null,
      })),
    );
    await add('last');
    const other = await again();
    let scheduled = 0;
    for (;;) {
      const outcomes = await Promise.all([store.scheduleDeliveries(), other.scheduleDeliveries()]);
      for (const outcome of outcomes) scheduled += outcome.scheduled;
      if (outcomes.every(({ more }) => !more)) break;
    }
    expect(scheduled).toBe(701);
  });

  it('of one node wait for each other, and for the time of their next attempt', async () => {
    const { store, clock, add, subscribe } = await create();
    await subscribe();
    await add('a');
    await add('b');
    await store.updateNode('one', 1, { title: 'x' });
    await store.scheduleDeliveries();
    const claim = () => store.claimDeliveries({ limit: 10, leaseMs: 60_000 });
    const facts = (claimed: readonly Delivery[]) =>
      claimed.map(({ event, attempts }) => [event.type, event.nodeId, attempts]);
    const first = await claim();
    expect(facts(first)).toEqual([
      ['node.created', 1, 1],
      ['node.created', 2, 1],
    ]);
    expect(await claim()).toEqual([]);
    const [one, two] = first;
    await store.settleDelivery(one?.id ?? 0, {
      delivered: false,
      status: 500,
      error: 'HTTP 500',
      retryAt: clock.at + 5000,
    });
    await store.settleDelivery(two?.id ?? 0, { delivered: true, status: 204 });
    expect(await claim()).toEqual([]);
    // What waits behind the first wakes nobody.
    expect(await store.nextDeliveryAt()).toBe(clock.at + 5000);
    clock.at += 5000;
    const second = await claim();
    expect(facts(second)).toEqual([['node.created', 1, 2]]);
    expect(second).toMatchObject([{ lastStatus: 500, lastError: 'HTTP 500' }]);
    await store.settleDelivery(one?.id ?? 0, { delivered: false, error: 'gone' });
    expect(facts(await claim())).toEqual([['node.updated', 1, 1]]);
    const states = await store.listDeliveries(1, { limit: 10 });
    expect(states.map(({ state }) => state)).toEqual(['pending', 'delivered', 'failed']);
    expect(await store.listDeliveries(1, { limit: 10, before: 2 })).toMatchObject([{ id: 1 }]);
  });

  it('fall due again when who claimed them is gone, and are settled once', async () => {
    const { store, clock, add, subscribe } = await create();
    await subscribe();
    await add('a');
    await store.scheduleDeliveries();
    const claim = () => store.claimDeliveries({ limit: 10, leaseMs: 60_000 });
    await claim();
    clock.at += 60_000;
    const [again] = await claim();
    expect(again).toMatchObject({ attempts: 2, dueAt: clock.at + 60_000 });
    await store.settleDelivery(1, { delivered: true, status: 200 });
    await store.settleDelivery(1, { delivered: false, error: 'late' });
    expect(await store.listDeliveries(1, { limit: 1 })).toMatchObject([{ state: 'delivered' }]);
    expect(await store.nextDeliveryAt()).toBeUndefined();
  });

  it('wait for none that ended while they were scheduled', async () => {
    const { store, add, subscribe, again } = await create();
    await subscribe();
    await add('a');
    await store.scheduleDeliveries();
    const other = await again();
    for (let round = 0; round < 25; round += 1) {
      await store.updateNode('one', 1, { title: `${round}` });
      const [first] = await store.claimDeliveries({ limit: 9, leaseMs: 60_000 });
      await Promise.all([
        store.settleDelivery(first?.id ?? 0, { delivered: true, status: 204 }),
        other.scheduleDeliveries(),
      ]);
    }
    expect(await store.claimDeliveries({ limit: 9, leaseMs: 1 })).toMatchObject([
      { event: { data: { title: '24' } } },
    ]);
  });

  it('are claimed by one of many', async () => {
    const { store, add, subscribe, again } = await create();
    await subscribe();
    for (let page = 0; page < 20; page += 1) await add(`${page}`);
    await store.scheduleDeliveries();
    const others = [store, await again(), await again()];
    const claims = await Promise.all(
      others.map((other) => other.claimDeliveries({ limit: 10, leaseMs: 1000 })),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(20);
  });

  it('are claimed for each subscription as far as there is room, those with the most first', async () => {
    const { store, clock, add, subscribe } = await create();
    for (const _ of [1, 2, 3]) await subscribe();
    for (let page = 0; page < 5; page += 1) await add(`${page}`);
    await store.scheduleDeliveries();
    const rooms = [1, 0, 4];
    const claim = async (limit: number) => {
      const room = (id: number) => rooms[id - 1] ?? 0;
      const claimed = await store.claimDeliveries({ limit, leaseMs: 1000, room });
      return claimed.map(({ subscriptionId, event }) => [subscriptionId, event.nodeId]);
    };
    expect(await claim(3)).toEqual([
      [3, 1],
      [3, 2],
      [3, 3],
    ]);
    expect(await claim(9)).toEqual([
      [3, 4],
      [3, 5],
      [1, 1],
    ]);
    clock.at += 1000;
    // Without room for each, who waits longest comes first.
    const all = await store.claimDeliveries({ limit: 11, leaseMs: 1000 });
    expect(all.map(({ subscriptionId }) => subscriptionId)).toEqual([
      ...[1, 1, 1, 1, 1],
      ...[2, 2, 2, 2, 2],
      3,
    ]);
  });

  it('wait while their subscription is paused, and go with it when it is deleted', async () => {
    const { store, clock, add, subscribe } = await create();
    await subscribe();
    await add('a');
    await store.scheduleDeliveries();
    clock.at += 1;
    expect(await store.updateSubscription(1, { active: false, secret: 'other' })).toMatchObject({
      active: false,
      secret: 'other',
      endpoint: 'https://example.com/hook',
      updatedAt: clock.at,
    });
    await add('b');
    expect(await store.scheduleDeliveries()).toMatchObject({ scheduled: 0 });
    expect(await store.claimDeliveries({ limit: 9, leaseMs: 1 })).toEqual([]);
    expect(await store.nextDeliveryAt()).toBeUndefined();
    await store.updateSubscription(1, { active: true, filter: { nodeId: 2 } });
    expect(await store.scheduleDeliveries()).toMatchObject({ scheduled: 1 });
    expect(await store.claimDeliveries({ limit: 9, leaseMs: 1 })).toHaveLength(2);
    expect(await store.deleteSubscription(1)).toBe('deleted');
    expect(await store.deleteSubscription(1)).toBe('missing');
    expect(await store.getSubscription(1)).toBeUndefined();
    expect(await store.listSubscriptions()).toEqual([]);
    expect(await store.listDeliveries(1, { limit: 9 })).toEqual([]);
  });

  it('are forgotten when they are old, unless somebody waits for them', async () => {
    const { store, clock, add, subscribe } = await create();
    await add('a');
    await subscribe();
    await add('b');
    await add('c');
    clock.at += 1000;
    await add('d');
    const ids = async () => (await store.readEvents(0, 9)).map(({ id }) => id);
    expect(await store.purgeEvents(clock.at)).toBe(1);
    expect(await ids()).toEqual([2, 3, 4]);
    await store.scheduleDeliveries();
    expect(await store.purgeEvents(clock.at)).toBe(0);
    for (const { id } of await store.claimDeliveries({ limit: 9, leaseMs: 1 }))
      await store.settleDelivery(id, { delivered: true, status: 200 });
    expect(await store.purgeEvents(clock.at)).toBe(0);
    clock.at += 1;
    expect(await store.purgeEvents(clock.at)).toBe(2);
    expect(await ids()).toEqual([4]);
    expect(await store.lastEventId()).toBe(4);
  });
});
