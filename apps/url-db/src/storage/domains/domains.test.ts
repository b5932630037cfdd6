import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';

describe.each(testEngines)('domains on %s', (_engine, start) => {
  const stores = useUrlStores(start);

  it('are made, read and listed by name, with a count of their nodes', async () => {
    const { store, clock } = await stores.create();
    const made = await store.createDomain({ name: 'tech-articles', description: '기술 관련' });
    expect(made).toEqual({
      name: 'tech-articles',
      description: '기술 관련',
      nodeCount: 0,
      stripTracking: false,
      createdAt: clock.at,
      updatedAt: clock.at,
    });
    await store.createDomain({ name: 'recipes', description: null });
    for (const page of ['a', 'b'])
      await store.createNode({
        domainName: 'recipes',
        url: `https://example.com/${page}`,
        title: page,
        description: null,
      });
    const counts = (await store.listDomains()).map(({ name, nodeCount }) => [name, nodeCount]);
    expect(counts).toEqual([
      ['recipes', 2],
      ['tech-articles', 0],
    ]);
    expect(await store.getDomain('tech-articles')).toEqual(made);
    expect(await store.getDomain('nothing')).toBeUndefined();
  });

  it('have one name each', async () => {
    const { store } = await stores.create();
    await store.createDomain({ name: 'one', description: 'first' });
    expect(await store.createDomain({ name: 'one', description: 'second' })).toBe('exists');
    expect(await store.getDomain('one')).toMatchObject({ description: 'first' });
  });

  it('change what is given and keep the rest', async () => {
    const { store, clock } = await stores.create();
    await store.createDomain({ name: 'one', description: 'before' });
    clock.at += 60_000;
    expect(await store.updateDomain('one', {})).toMatchObject({ description: 'before' });
    expect(await store.updateDomain('one', { description: null })).toMatchObject({
      description: null,
      createdAt: clock.at - 60_000,
      updatedAt: clock.at,
    });
    expect(await store.updateDomain('two', { description: null })).toBeUndefined();
  });

  it('are deleted when they are empty, or by force', async () => {
    const { store } = await stores.create();
    await store.createDomain({ name: 'one', description: null });
    const url = 'https://example.com/';
    await store.createNode({ domainName: 'one', url, title: 'needle', description: null });
    await store.createAttributeDefinition({
      domainName: 'one',
      name: 'color',
      type: 'tag',
      description: null,
    });
    expect(await store.deleteDomain('one', { force: false })).toBe('not_empty');
    expect(await store.deleteDomain('one', { force: true })).toBe('deleted');
    expect(await store.deleteDomain('one', { force: true })).toBe('missing');
    expect(await store.findNodes(url)).toEqual([]);
    expect(await store.listNodes({ size: 5, search: 'needle' })).toMatchObject({ totalCount: 0 });

    await store.createDomain({ name: 'one', description: null });
    expect(await store.listAttributeDefinitions('one')).toEqual([]);
    const again = await store.createNode({ domainName: 'one', url, title: 'x', description: null });
    expect(again).toMatchObject({ node: { id: 2 } });
    expect(await store.getDomain('one')).toMatchObject({ nodeCount: 1 });
  });

  it('that strip tracking parameters take two URLs for one', async () => {
    const { store } = await stores.create();
    await store.createDomain({ name: 'news', description: null, stripTracking: true });
    await store.createDomain({ name: 'plain', description: null });
    const add = (domainName: string, url: string) =>
      store.createNode({ domainName, url, title: 'x', description: null });
    const tracked = 'https://example.com/a?utm_source=mail&id=1';
    expect(await add('news', tracked)).toMatchObject({ node: { url: tracked } });
    expect(await add('news', 'https://example.com/a?id=1&fbclid=2')).toHaveProperty('duplicate');
    expect(await add('plain', tracked)).toHaveProperty('node');
    expect(await add('plain', 'https://example.com/a?id=1')).toHaveProperty('node');
    const found = await store.findNodes('https://example.com/a?id=1');
    expect(found.map(({ domainName, url }) => [domainName, url])).toEqual([
      ['news', tracked],
      ['plain', 'https://example.com/a?id=1'],
    ]);
  });

  it('can begin and end to strip them, unless two nodes would become one', async () => {
    const { store } = await stores.create();
    await store.createDomain({ name: 'news', description: null });
    const add = (url: string) =>
      store.createNode({ domainName: 'news', url, title: url, description: null });
    await add('https://example.com/a?utm_source=mail');
    await add('https://example.com/b');
    expect(await store.updateDomain('news', { stripTracking: true })).toMatchObject({
      stripTracking: true,
    });
    expect(await add('https://example.com/a')).toHaveProperty('duplicate');
    expect(await store.updateDomain('news', { stripTracking: false })).toMatchObject({
      stripTracking: false,
    });
    expect(await add('https://example.com/a')).toHaveProperty('node');
    const refused = await store.updateDomain('news', { stripTracking: true, description: 'new' });
    expect(refused).toMatchObject({
      collision: [
        { url: 'https://example.com/a?utm_source=mail' },
        { url: 'https://example.com/a' },
      ],
    });
    expect(await store.getDomain('news')).toMatchObject({
      stripTracking: false,
      description: null,
    });
    expect(await store.findNodes('https://example.com/b')).toHaveLength(1);
  });
});
