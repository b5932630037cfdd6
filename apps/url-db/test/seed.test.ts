import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goRequest, pythonRequest, runJavaScriptExample } from './seed/clients.ts';
import { type Pair, pairs } from './seed/pairs.ts';
import { startUrlDb, type TestUrlDb } from './support/url-db.ts';

const timestamp = /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g;

describe.each(testEngines)('the promised document on %s, from top to bottom', (_name, open) => {
  let engine: TestEngine;
  /** The one of who wrote clients; each chapter has a database of its own. */
  let urlDb: TestUrlDb;

  beforeAll(async () => {
    engine = await open();
    urlDb = await startAt(pairs.createDomain);
  });
  afterAll(async () => {
    await urlDb?.stop();
    await engine?.stop();
  });

  /** A database on which these were answered already. Ids count over all domains: the next node is number 123. */
  async function startAt(...done: readonly Pair[]): Promise<TestUrlDb> {
    const fresh = await startUrlDb(engine);
    const others = Array.from({ length: 122 }, (_, index) => ({
      domain_name: 'others',
      url: `https://example.com/${index}`,
    }));
    await fresh.call('POST /domains', { name: 'others' });
    await fresh.call('POST /nodes/batch-create', { nodes: others });
    await fresh.call('DELETE /domains/others?force=true');
    for (const pair of done) await keeps(pair, fresh);
    return fresh;
  }

  /** The answer has every letter of the document's, but for its times, which must be times. */
  async function keeps(pair: Pair, on: TestUrlDb): Promise<void> {
    const answer = await on.call(pair.request, pair.body);
    expect(answer.status, answer.text).toBe(pair.status);
    if (!pair.answer) {
      expect(answer.text).toBe('');
      return;
    }
    expect(answer.headers['content-type']).toContain('application/json');
    const promised = JSON.stringify(JSON.parse(pair.answer));
    expect(answer.text.replaceAll(timestamp, 'time')).toBe(promised.replaceAll(timestamp, 'time'));
  }

  it('1. creates a node', async () => {
    await using there = await startAt(pairs.createDomain);
    await keeps(pairs.createNode, there);
  });

  it('2. gets a node', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode);
    await keeps(pairs.getNode, there);
  });

  it('3. lists nodes, by every parameter', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode);
    const queries = [
      '',
      '?domain_name=tech-articles',
      '?domain_name=tech-articles&page=1&size=20',
      '?search=example+article',
      '?search=example.com/article&size=20',
    ];
    for (const query of queries)
      await keeps({ ...pairs.listNodes, request: `GET /nodes${query}` }, there);
    const asked = '?domain_name=tech-articles&page=2&size=1&search=Example';
    const { body } = await there.call(`GET /nodes${asked}`);
    expect(body).toMatchObject({ nodes: [], total_count: 1, page: 2, size: 1, total_pages: 1 });
  });

  it('4. changes a node', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode);
    const before = await there.call(pairs.getNode.request);
    await keeps(pairs.updateNode, there);
    const after = await there.call(pairs.getNode.request);
    expect(after.body.created_at).toBe(before.body.created_at);
    expect(Date.parse(after.body.updated_at)).toBeGreaterThanOrEqual(
      Date.parse(before.body.updated_at),
    );
  });

  it('5. deletes a node, once', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode);
    await keeps(pairs.deleteNode, there);
    expect((await there.call(pairs.deleteNode.request)).status).toBe(404);
  });

  it('6. finds a node by its URL, or does not', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode);
    await keeps(pairs.findNode, there);
    await keeps(pairs.deleteNode, there);
    await keeps(pairs.findNothing, there);
  });

  it('7. gets several nodes at once', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode);
    await keeps(pairs.batch, there);
    const { body } = await there.call('POST /nodes/batch', {
      composite_ids: [
        'url-db:tech-articles:123',
        'url-db:recipes:456',
        'url-db:personal-bookmarks:789',
      ],
    });
    expect(body.nodes).toHaveLength(1);
    expect(body.not_found).toEqual(['url-db:recipes:456', 'url-db:personal-bookmarks:789']);
  });

  it('8. lists domains', async () => {
    await using there = await startAt(pairs.createDomain);
    const nodes = Array.from({ length: 150 }, (_, index) => ({
      domain_name: 'tech-articles',
      url: `https://example.com/${index}`,
    }));
    await there.call('POST /nodes/batch-create', { nodes });
    await keeps(pairs.listDomains, there);
  });

  it('9. creates a domain', async () => {
    await using there = await startAt();
    await keeps(pairs.createDomain, there);
  });

  it('10. gets attributes', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode, pairs.setAttributes);
    await keeps(pairs.getAttributes, there);
  });

  it('11. sets attributes', async () => {
    await using there = await startAt(pairs.createDomain, pairs.createNode);
    await keeps(pairs.setAttributes, there);
  });

  it('answers errors about keys and domains', async () => {
    await keeps(pairs.invalidKey, urlDb);
    await keeps(pairs.unknownDomain, urlDb);
  });

  it('says what it is', () => keeps(pairs.serverInfo, urlDb));

  it('does what people ask of Claude Desktop', async () => {
    await using fresh = await startUrlDb(engine);
    await fresh.call('POST /domains', { name: 'tech-articles' });
    const url = 'https://example.com/react-tutorial';
    const { body: made } = await fresh.call('POST /nodes', { domain_name: 'tech-articles', url });
    const path = `/nodes/${made.composite_id}`;
    await fresh.call(`PUT ${path}`, { title: 'React Tutorial 2024' });
    await fresh.call(`PUT ${path}/attributes`, {
      attributes: [{ name: 'category', value: 'frontend' }],
    });
    // There high is a string, which only a person can know: by itself it would be a tag.
    await fresh.call('POST /domains/tech-articles/attributes', {
      name: 'priority',
      type: 'string',
    });
    await fresh.call(`PUT ${path}/attributes`, {
      attributes: [
        { name: 'priority', value: 'high' },
        { name: 'rating', value: '5' },
      ],
    });
    const { body: all } = await fresh.call(`GET ${path}/attributes`);
    expect(all.attributes).toEqual([
      { name: 'category', type: 'tag', value: 'frontend' },
      { name: 'priority', type: 'string', value: 'high' },
      { name: 'rating', type: 'number', value: '5' },
    ]);
    const { body: found } = await fresh.call('POST /nodes/find', { url });
    expect(found.nodes).toMatchObject([
      { domain_name: 'tech-articles', title: 'React Tutorial 2024' },
    ]);
  });

  it('serves the Python example', async () => {
    const python = (line: string, content?: object) => {
      if (!content) return urlDb.call(line);
      const { body, headers } = pythonRequest(content);
      return urlDb.call(line, body, headers);
    };
    const created = await python('POST /nodes', {
      domain_name: 'tech-articles',
      url: 'https://example.com/python',
      title: 'My Article',
      description: null,
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ title: 'My Article', description: null });
    const key = created.body.composite_id;
    expect((await python(`GET /nodes/${key}`)).body).toEqual(created.body);
    const set = await python(`PUT /nodes/${key}/attributes`, {
      attributes: [
        { name: 'category', value: 'javascript' },
        { name: 'priority', value: 'high' },
      ],
    });
    expect(set.status).toBe(200);

    // Both left out are null there; in Korean they are escapes.
    const untitled = await python('POST /nodes', {
      domain_name: 'tech-articles',
      url: 'https://example.com/파이썬-문서',
      title: null,
      description: null,
    });
    expect(untitled.body).toMatchObject({
      url: 'https://example.com/파이썬-문서',
      title: '파이썬 문서 - example.com',
    });

    // The workflow at the end of the document: every node of a domain is marked.
    const { body: page } = await python('GET /nodes?domain_name=tech-articles');
    for (const { composite_id } of page.nodes) {
      const marked = await python(`PUT /nodes/${composite_id}/attributes`, {
        attributes: [
          { name: 'priority', value: 'high' },
          { name: 'reviewed', value: 'false' },
        ],
      });
      expect(marked.status).toBe(200);
    }
    const { body: kept } = await python(`GET /nodes/${key}/attributes`);
    expect(kept.attributes.map(({ name }: { name: string }) => name)).toEqual([
      'category',
      'priority',
      'reviewed',
    ]);
    const composite_ids = [key, untitled.body.composite_id, 'url-db:recipes:456'];
    const { body: result } = await python('POST /nodes/batch', { composite_ids });
    expect(result.nodes).toHaveLength(2);
    expect(result.not_found).toEqual(['url-db:recipes:456']);
  });

  it('runs the TypeScript example as it is written', async () => {
    const { client, node, lines } = await runJavaScriptExample(urlDb.origin);
    expect(lines).toEqual([`Created node: ${node.composite_id}`]);
    expect(node).toMatchObject({ url: 'https://example.com/article', title: 'My Article' });
    expect(await client.getNode(String(node.composite_id))).toEqual(node);
    const set = await client.setNodeAttributes(String(node.composite_id), [
      { name: 'category', value: 'javascript' },
    ]);
    expect(set).toMatchObject({ attributes: [{ name: 'category', value: 'javascript' }] });

    // And its scenario: a domain, then nodes in it, one after the other.
    const made = await urlDb.call('POST /domains', { name: 'set-up', description: 'By a script' });
    expect(made.status).toBe(201);
    for (const number of [1, 2]) {
      const item = { url: `https://example.com/${number}`, title: `Article ${number}` };
      const created = await client.createNode({ domain_name: 'set-up', ...item });
      expect(created).toMatchObject(item);
    }
  });

  it('serves the Go example', async () => {
    const { body, headers } = goRequest({
      domain_name: 'tech-articles',
      url: 'https://example.com/go?a=1&b=2',
      title: 'My Article',
    });
    expect(body).toContain('\\u0026');
    const created = await urlDb.call('POST /nodes', body, headers);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      composite_id: expect.stringMatching(/^url-db:tech-articles:\d+$/),
      url: 'https://example.com/go?a=1&b=2',
      domain_name: 'tech-articles',
      title: 'My Article',
    });
  });
});
