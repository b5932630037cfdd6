import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startUrlDb, type TestUrlDb } from './support/url-db.ts';

// What the promise leaves open, as REST shows it; src/storage has the tests of what is behind.

describe.each(testEngines)('over REST on %s', (_engine, open) => {
  let engine: TestEngine;
  let urlDb: TestUrlDb;
  let domains = 0;

  beforeAll(async () => {
    engine = await open();
    urlDb = await startUrlDb(engine);
  });
  afterAll(async () => {
    await urlDb.stop();
    await engine.stop();
  });

  /** A domain of its own for each test. */
  async function newDomain(fields: object = {}): Promise<string> {
    domains += 1;
    const { body } = await urlDb.call('POST /domains', { name: `domain-${domains}`, ...fields });
    return body.name;
  }

  async function addNode(domain_name: string, url: string, fields: object = {}) {
    const answer = await urlDb.call('POST /nodes', { domain_name, url, ...fields });
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  }

  it('lowers the name of a domain, wherever it is given, but for keys', async () => {
    const made = await urlDb.call('POST /domains', { name: 'Upper-Case' });
    expect(made.body.name).toBe('upper-case');
    const node = await addNode('UPPER-CASE', 'https://example.com/');
    expect(node).toMatchObject({ domain_name: 'upper-case' });
    expect(node.composite_id).toMatch(/^url-db:upper-case:\d+$/);
    const list = await urlDb.call('GET /nodes?domain_name=Upper-case');
    expect(list.body.total_count).toBe(1);
    expect((await urlDb.call('GET /domains/UPPER-case')).body.node_count).toBe(1);
  });

  it('keeps a URL as it was given, and titles it where nobody did', async () => {
    const domain = await newDomain();
    const url = `https://example.com/${'a'.repeat(2028)}`;
    expect(url).toHaveLength(2048);
    expect((await addNode(domain, url)).url).toBe(url);
    const titles = {
      'HTTPS://Example.com/docs/react-tutorial.html': 'React Tutorial - example.com',
      'https://www.example.com/': 'example.com',
      'https://example.com/%EA%B8%B0%EC%88%A0_%EB%AC%B8%EC%84%9C': '기술 문서 - example.com',
    };
    for (const [given, title] of Object.entries(titles)) {
      expect(await addNode(domain, given, { title: '' })).toMatchObject({ url: given, title });
    }
    const emoji = '🚀'.repeat(255);
    expect((await addNode(domain, 'https://example.com/e', { title: emoji })).title).toBe(emoji);
  });

  it('changes what is given and leaves the rest, and null clears', async () => {
    const domain = await newDomain();
    const node = await addNode(domain, 'https://example.com/a-b', { title: 'T', description: 'D' });
    const path = `PUT /nodes/${node.composite_id}`;
    const fieldsOf = async (body: object) => {
      const { title, description } = (await urlDb.call(path, body)).body;
      return [title, description];
    };
    expect(await fieldsOf({ title: 'New' })).toEqual(['New', 'D']);
    expect(await fieldsOf({ description: 'Other' })).toEqual(['New', 'Other']);
    expect(await fieldsOf({})).toEqual(['New', 'Other']);
    expect(await fieldsOf({ description: null })).toEqual(['New', null]);
    expect(await fieldsOf({ title: null })).toEqual(['A B - example.com', null]);
    expect((await urlDb.call(path, { url: 'https://example.com/' })).status).toBe(400);
  });

  it('changes and deletes domains', async () => {
    const name = await newDomain({ description: 'D' });
    const put = await urlDb.call(`PUT /domains/${name}`, { strip_tracking: true });
    expect(put.body).toMatchObject({ description: 'D', strip_tracking: true });
    const node = await addNode(name, 'https://example.com/?a=1&utm_source=x');
    const again = { domain_name: name, url: 'https://example.com/?a=1&fbclid=y' };
    expect((await urlDb.call('POST /nodes', again)).body).toMatchObject({
      error: 'CONFLICT',
      composite_id: node.composite_id,
    });
    expect((await urlDb.call(`DELETE /domains/${name}`)).status).toBe(422);
    expect((await urlDb.call(`DELETE /domains/${name}?force=true`)).status).toBe(204);
    expect((await urlDb.call(`GET /nodes/${node.composite_id}`)).status).toBe(404);
  });

  it('finds a URL in all domains, and searches as people write', async () => {
    const first = await newDomain();
    const second = await newDomain();
    const url = `https://example.com/${first}`;
    for (const domain of [first, second]) await addNode(domain, url);
    const { body: found } = await urlDb.call('POST /nodes/find', { url });
    expect(found.nodes.map((node: { domain_name: string }) => node.domain_name)).toEqual([
      first,
      second,
    ]);
    const titles = ['100% 기술', 'snake_case 기술', `it's "quoted"`, '🚀 launch', 'a\\b', '*()'];
    for (const [index, title] of titles.entries())
      await addNode(first, `https://example.com/${first}/${index}`, { title });
    const search = async (words: string) => {
      const query = new URLSearchParams({ domain_name: first, search: words });
      const { body } = await urlDb.call(`GET /nodes?${query}`);
      return body.nodes.map(({ title }: { title: string }) => title);
    };
    expect(await search('%')).toEqual(['100% 기술']);
    expect(await search('_')).toEqual(['snake_case 기술']);
    expect(await search(`'s "q`)).toEqual([`it's "quoted"`]);
    expect(await search('🚀')).toEqual(['🚀 launch']);
    expect(await search('\\')).toEqual(['a\\b']);
    expect(await search('*')).toEqual(['*()']);
    expect(await search('기술')).toEqual(['snake_case 기술', '100% 기술']);
    expect(await search('술 100')).toEqual(['100% 기술']);
    expect(await search("' OR 1=1 --")).toEqual([]);
    expect(await search('  ')).toHaveLength(7);
  });

  it('pages by number and by cursor, newest first', async () => {
    const domain = await newDomain();
    const nodes = Array.from({ length: 7 }, (_, index) => ({
      domain_name: domain,
      url: `https://example.com/${index}`,
      title: String(index),
    }));
    await urlDb.call('POST /nodes/batch-create', { nodes });
    const titlesOf = ({ nodes: page }: { nodes: { title: string }[] }) =>
      page.map(({ title }) => title).join('');
    const list = async (query: string) =>
      (await urlDb.call(`GET /nodes?domain_name=${domain}&size=3&${query}`)).body;
    const first = await list('');
    expect(titlesOf(first)).toBe('654');
    expect(first).toMatchObject({ total_count: 7, page: 1, size: 3, total_pages: 3 });
    expect(titlesOf(await list('page=3'))).toBe('0');
    const far = await list('page=1000000000');
    expect(far).toMatchObject({ nodes: [], total_count: 7, page: 1_000_000_000 });
    const second = await list(`cursor=${encodeURIComponent(first.next_cursor)}`);
    expect(titlesOf(second)).toBe('321');
    expect(Object.keys(second)).toEqual([
      'nodes',
      'total_count',
      'size',
      'total_pages',
      'next_cursor',
    ]);
    const last = await list(`cursor=${encodeURIComponent(second.next_cursor)}`);
    expect(titlesOf(last)).toBe('0');
    expect(last).not.toHaveProperty('next_cursor');
  });

  it('adds many at once, each row with an outcome of its own', async () => {
    const domain = await newDomain();
    const held = await addNode(domain, 'https://example.com/held');
    const { status, body } = await urlDb.call('POST /nodes/batch-create', {
      nodes: [
        { domain_name: domain, url: 'https://example.com/1', title: null },
        { domain_name: domain, url: 'https://EXAMPLE.com/held' },
        { domain_name: 'nowhere', url: 'https://example.com/2' },
        { domain_name: domain, url: 'javascript:alert(1)' },
        { domain_name: domain, url: 'https://example.com/3', title: 'a'.repeat(256) },
        { domain_name: domain, url: 'https://example.com/1' },
        { domain_name: domain, url: 'https://example.com/4', title: 'Last' },
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ created_count: 2, duplicate_count: 2, failed_count: 3 });
    const { results } = body;
    expect(results.map((row: { index: number }) => row.index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(results[0].node).toMatchObject({ url: 'https://example.com/1' });
    expect(results[1]).toMatchObject({ outcome: 'duplicate', composite_id: held.composite_id });
    expect(results[2].error).toMatchObject({ error: 'DOMAIN_NOT_FOUND', domain_name: 'nowhere' });
    expect(results[3].error.details[0].field).toBe('url');
    expect(results[4].error.details[0].field).toBe('title');
    expect(results[5]).toMatchObject({ composite_id: results[0].node.composite_id });
    expect(results[6].node.title).toBe('Last');
  });

  it('sets attributes all or nothing, and keeps those that are not named', async () => {
    const domain = await newDomain();
    const { composite_id } = await addNode(domain, 'https://example.com/');
    const path = `/nodes/${composite_id}/attributes`;
    const set = async (...attributes: object[]) =>
      (await urlDb.call(`PUT ${path}`, { attributes })).body.attributes;
    await set(
      { name: 'tags', value: 'B' },
      { name: 'tags', value: 'a' },
      { name: 'steps', value: 'second', order_index: 1 },
      { name: 'steps', value: 'first', order_index: 0 },
    );
    const kept = await set({ name: 'rating', value: '4.50' });
    expect(kept).toEqual([
      { name: 'rating', type: 'number', value: '4.50' },
      { name: 'steps', type: 'ordered_tag', value: 'first', order_index: 0 },
      { name: 'steps', type: 'ordered_tag', value: 'second', order_index: 1 },
      { name: 'tags', type: 'tag', value: 'b' },
      { name: 'tags', type: 'tag', value: 'a' },
    ]);
    const refused = await urlDb.call(`PUT ${path}`, {
      attributes: [
        { name: 'fresh', value: 'x' },
        { name: 'rating', value: 'many' },
      ],
    });
    expect(refused.status).toBe(400);
    expect((await urlDb.call(`GET ${path}`)).body.attributes).toEqual(kept);
    const { body } = await urlDb.call(`GET /domains/${domain}/attributes`);
    expect(body.attributes.map(({ name }: { name: string }) => name)).toEqual([
      'rating',
      'steps',
      'tags',
    ]);
    expect((await urlDb.call(`DELETE ${path}/tags`)).status).toBe(204);
    expect((await urlDb.call(`DELETE ${path}/tags`)).body.error).toBe('ATTRIBUTE_NOT_FOUND');
    const filters = [{ name: 'rating', operator: 'gt', value: '4' }];
    const filtered = await urlDb.call('POST /nodes/filter', { domain_name: domain, filters });
    expect(filtered.body).toMatchObject({ nodes: [{ composite_id }], total_count: 1, page: 1 });
  });

  it('defines no attribute by itself where that is set', async () => {
    await using strict = await startUrlDb(engine, { AUTO_CREATE_ATTRIBUTES: 'false' });
    await strict.call('POST /domains', { name: 'a' });
    await strict.call('POST /nodes', { domain_name: 'a', url: 'https://example.com/' });
    const { body } = await strict.call('PUT /nodes/url-db:a:1/attributes', {
      attributes: [{ name: 'new', value: 'x' }],
    });
    expect(body).toMatchObject({ error: 'ATTRIBUTE_NOT_FOUND', domain_name: 'a', names: ['new'] });
  });

  it('manages domain attributes, whose type stays', async () => {
    const domain = await newDomain();
    const path = `/domains/${domain}/attributes`;
    const made = await urlDb.call(`POST ${path}`, { name: 'genre', type: 'tag' });
    expect(made.status).toBe(201);
    const key = made.body.composite_id;
    expect(key).toMatch(new RegExp(`^url-db:${domain}:attr-\\d+$`));
    expect((await urlDb.call(`PUT /attributes/${key}`, { type: 'string' })).status).toBe(400);
    const put = await urlDb.call(`PUT /attributes/${key}`, { name: 'kind', description: 'Which' });
    expect(put.body).toMatchObject({ name: 'kind', type: 'tag', description: 'Which' });
    const { composite_id } = await addNode(domain, 'https://example.com/');
    await urlDb.call(`PUT /nodes/${composite_id}/attributes`, {
      attributes: [{ name: 'kind', value: 'x' }],
    });
    expect((await urlDb.call(`DELETE /attributes/${key}`)).status).toBe(422);
    expect((await urlDb.call(`DELETE /attributes/${key}?force=true`)).status).toBe(204);
    expect((await urlDb.call(`GET /attributes/${key}`)).status).toBe(404);
  });

  it('speaks of other tools where it is named otherwise, and keeps other schemes where they are set', async () => {
    await using other = await startUrlDb(engine, { TOOL_NAME: 'links', URL_DB_SCHEMES: 'ftp' });
    await other.call('POST /domains', { name: 'a' });
    const { body } = await other.call('POST /nodes', {
      domain_name: 'a',
      url: 'ftp://a.example/x',
    });
    expect(body.composite_id).toBe('links:a:1');
    expect((await other.call('GET /nodes/url-db:a:1')).body.error).toBe('INVALID_COMPOSITE_KEY');
    const web = await other.call('POST /nodes', { domain_name: 'a', url: 'https://a.example/' });
    expect(web.status).toBe(201);
  });

  it('tells what changed, in order, each once', async () => {
    await using fresh = await startUrlDb(engine);
    await fresh.call('POST /domains', { name: 'a' });
    await fresh.call('POST /nodes', { domain_name: 'a', url: 'https://example.com/', title: 'T' });
    await fresh.call('PUT /nodes/url-db:a:1', { title: 'U' });
    await fresh.call('DELETE /nodes/url-db:a:1');
    const { body } = await fresh.call('GET /events?limit=2');
    expect(body.events).toMatchObject([
      { type: 'node.created', composite_id: 'url-db:a:1', data: { title: 'T' } },
      { type: 'node.updated', data: { changed: ['title'], title: 'U' } },
    ]);
    const next = await fresh.call(`GET /events?after=${body.next_after}`);
    expect(next.body.events).toMatchObject([{ type: 'node.deleted', data: { title: 'U' } }]);
    const end = await fresh.call(`GET /events?after=${next.body.next_after}`);
    expect(end.body).toEqual({ events: [], next_after: next.body.next_after });
  });
});
