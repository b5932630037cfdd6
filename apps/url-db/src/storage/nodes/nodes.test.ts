import { describe, expect, it } from 'vitest';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import type { NewNode, UrlNode, UrlStore } from '../store.ts';

const row = (url: string, domainName = 'one', title = url): NewNode => ({
  domainName,
  url,
  title,
  description: null,
});

async function add(store: UrlStore, input: NewNode): Promise<UrlNode> {
  const outcome = await store.createNode(input);
  if (outcome === 'no_domain' || !('node' in outcome)) throw new Error('It was not added.');
  return outcome.node;
}

describe.each(testEngines)('nodes on %s', (_engine, start) => {
  const stores = useUrlStores(start);
  const create = async () => {
    const made = await stores.create();
    await made.store.createDomain({ name: 'one', description: null });
    await made.store.createDomain({ name: 'two', description: null });
    return made;
  };

  it('come back as they were given', async () => {
    const { store, clock } = await create();
    const given = {
      domainName: 'one',
      url: 'HTTPS://Example.com:443/기술?q=1#',
      title: '제목 "\' \\ % _ 🙂',
      description: 'two\nlines',
    };
    const node = await add(store, given);
    expect(node).toEqual({ id: 1, ...given, createdAt: clock.at, updatedAt: clock.at });
    expect(await store.getNode('one', 1)).toEqual(node);
  });

  it('belong to one domain and no other, and have ids that are no other', async () => {
    const { store } = await create();
    await add(store, row('https://example.com/'));
    for (const id of [0, -1, 1.5, 2, 2 ** 53, 1e19, Number.NaN])
      expect(await store.getNode('one', id)).toBeUndefined();
    expect(await store.getNode('two', 1)).toBeUndefined();
    expect(await store.updateNode('two', 1, { title: 'x' })).toBeUndefined();
    expect(await store.deleteNode('two', 1)).toBe('missing');
    expect(await store.deleteNode('one', 1e19)).toBe('missing');
    expect(
      await store.getNodes([
        { domainName: 'two', id: 1 },
        { domainName: 'one', id: 1 },
        { domainName: 'one', id: 1e19 },
        { domainName: 'one', id: 1 },
      ]),
    ).toMatchObject([undefined, { id: 1 }, undefined, { id: 1 }]);
  });

  it('hold a URL once in a domain, by its normal form', async () => {
    const { store } = await create();
    const node = await add(store, row('https://example.com/a#part'));
    expect(await store.createNode(row('HTTPS://EXAMPLE.com:443/a#part'))).toEqual({
      duplicate: node,
    });
    expect(await store.createNode(row('https://example.com/a'))).toHaveProperty('node');
    expect(await store.createNode(row('https://example.com/A'))).toHaveProperty('node');
    expect(await store.createNode(row('https://example.com/a', 'two'))).toHaveProperty('node');
    expect(await store.createNode(row('https://example.com/', 'nobody'))).toBe('no_domain');
    expect(await store.getDomain('one')).toMatchObject({ nodeCount: 3 });
  });

  it('are found by their URL, in one domain or in all', async () => {
    const { store } = await create();
    await add(store, row('https://example.com/a', 'two'));
    await add(store, row('https://example.com/a', 'one'));
    const found = await store.findNodes('HTTPS://example.com/a');
    expect(found.map(({ domainName }) => domainName)).toEqual(['one', 'two']);
    expect(await store.findNodes('https://example.com/a', 'two')).toHaveLength(1);
    expect(await store.findNodes('https://example.com/b')).toEqual([]);
    expect(await store.findNodes('https://example.com/a', 'nobody')).toEqual([]);
  });

  it('come many at a time, each with its outcome', async () => {
    const { store } = await create();
    const held = await add(store, row('https://example.com/held'));
    const outcomes = await store.createNodes([
      row('https://example.com/1'),
      row('https://example.com/held'),
      row('https://example.com/2', 'nobody'),
      row('https://example.com/1', 'two'),
      row('https://EXAMPLE.com/1'),
    ]);
    const first = outcomes[0];
    expect(first).toMatchObject({ node: { url: 'https://example.com/1' } });
    expect(outcomes.slice(1)).toMatchObject([
      { duplicate: held },
      'no_domain',
      { node: { domainName: 'two' } },
      { duplicate: (first as { node: UrlNode }).node },
    ]);
    expect(await store.createNodes([])).toEqual([]);
    const counts = (await store.listDomains()).map(({ nodeCount }) => nodeCount);
    expect(counts).toEqual([2, 1]);
  });

  it('keep their dates where they have some', async () => {
    const { store } = await create();
    const node = await add(store, { ...row('https://example.com/'), createdAt: 1, updatedAt: 2 });
    expect(await store.getNode('one', node.id)).toMatchObject({ createdAt: 1, updatedAt: 2 });
    // Lists go by when it came in here: what is imported is not lost on the last page, years back.
    const next = await add(store, row('https://example.com/next'));
    await add(store, { ...row('https://example.com/old'), createdAt: 3 });
    const { items } = await store.listNodes({ size: 3 });
    expect(items.map(({ id }) => id)).toEqual([next.id + 1, next.id, node.id]);
  });

  it('change what is given and keep the rest', async () => {
    const { store, clock } = await create();
    const node = await add(store, { ...row('https://example.com/'), description: 'about' });
    clock.at += 1000;
    expect(await store.updateNode('one', 1, {})).toEqual(node);
    expect(await store.updateNode('one', 1, { title: node.title })).toEqual(node);
    const titled = { ...node, title: 'new', updatedAt: clock.at };
    expect(await store.updateNode('one', 1, { title: 'new' })).toEqual(titled);
    expect(await store.getNode('one', 1)).toEqual(titled);
    expect(await store.updateNode('one', 1, { description: null })).toMatchObject({
      title: 'new',
      description: null,
    });
  });

  it('are gone when they are deleted, and their ids with them', async () => {
    const { store } = await create();
    await add(store, row('https://example.com/1'));
    const last = await add(store, row('https://example.com/2', 'one', 'needle'));
    await store.setAttributes('one', last.id, [{ name: 'color', value: 'red' }], { create: true });
    expect(await store.deleteNode('one', last.id)).toBe('deleted');
    expect(await store.deleteNode('one', last.id)).toBe('missing');
    expect(await store.getNode('one', last.id)).toBeUndefined();
    expect(await store.listNodes({ size: 5, search: 'needle' })).toMatchObject({ totalCount: 0 });
    const again = await add(store, row('https://example.com/2'));
    expect(again.id).toBeGreaterThan(last.id);
    expect(await store.getDomain('one')).toMatchObject({ nodeCount: 2 });
    expect(await store.getAttributes('one', again.id)).toEqual([]);
  });

  it('are listed newest first, by page and by cursor, with an exact count', async () => {
    const { store } = await create();
    const rows = Array.from({ length: 25 }, (_, index) =>
      row(`https://example.com/${index + 1}`, index % 5 === 0 ? 'two' : 'one'),
    );
    await store.createNodes(rows);
    const expected = rows.map(({ url }) => url).reverse();
    const urls = (items: readonly UrlNode[]) => items.map(({ url }) => url);

    const second = await store.listNodes({ page: 2, size: 10 });
    expect(urls(second.items)).toEqual(expected.slice(10, 20));
    expect(second).toMatchObject({ totalCount: 25, totalIsCapped: false });
    expect(await store.listNodes({ page: 4, size: 10 })).toMatchObject({
      items: [],
      totalCount: 25,
      nextCursor: null,
    });

    const two = await store.listNodes({ domainName: 'two', size: 3 });
    expect(two.totalCount).toBe(5);
    const rest = await store.listNodes({
      domainName: 'two',
      size: 3,
      cursor: two.nextCursor ?? '',
    });
    expect(urls([...two.items, ...rest.items])).toEqual(
      expected.filter((_, index) => index % 5 === 4),
    );
    expect(rest.nextCursor).toBeNull();
    expect(await store.listNodes({ domainName: 'nobody', size: 3 })).toEqual({
      items: [],
      totalCount: 0,
      totalIsCapped: false,
      nextCursor: null,
    });

    const walked: UrlNode[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await store.listNodes({ size: 5, ...(cursor && { cursor }) });
      walked.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(urls(walked)).toEqual(expected);
  });

  it('refuse a cursor of another list, and one that nobody gave', async () => {
    const { store } = await create();
    await store.createNodes([row('https://example.com/1'), row('https://example.com/2')]);
    const { nextCursor } = await store.listNodes({ size: 1 });
    const wrong = [
      { size: 1, cursor: nextCursor ?? '', search: 'example' },
      { size: 1, cursor: nextCursor ?? '', domainName: 'one' },
      { size: 1, cursor: `a${nextCursor}` },
      { size: 1, cursor: '' },
      { size: 1, cursor: "1' OR 1=1" },
    ];
    for (const query of wrong)
      await expect(store.listNodes(query)).rejects.toMatchObject({
        code: 'VALIDATION_ERROR',
        field: 'cursor',
      });
  });

  it('stay in order on deep pages, with holes where some were deleted', async () => {
    const { store } = await create();
    for (let chunk = 0; chunk < 4; chunk += 1)
      await store.createNodes(
        Array.from({ length: 1000 }, (_, index) => row(`https://example.com/${chunk}/${index}`)),
      );
    for (const id of [1, 1024, 1025, 2047, 2048, 3999, 4000])
      expect(await store.deleteNode('one', id)).toBe('deleted');
    const gone = new Set([1, 1024, 1025, 2047, 2048, 3999, 4000]);
    const ids = Array.from({ length: 4000 }, (_, index) => 4000 - index).filter(
      (id) => !gone.has(id),
    );
    for (const page of [1, 52, 53, 99, 100, 130, 150, 200]) {
      const { items, totalCount } = await store.listNodes({ page, size: 20 });
      expect(items.map(({ id }) => id)).toEqual(ids.slice((page - 1) * 20, page * 20));
      expect(totalCount).toBe(3993);
    }
  });
});
