import { describe, expect, it } from 'vitest';
import { hosts } from './support/hosts.ts';
import { createWorld } from './support/world.ts';

/** In the order of the list. */
const names = [
  'list_domains',
  'create_domain',
  'list_nodes',
  'create_node',
  'get_node',
  'update_node',
  'delete_node',
  'find_node_by_url',
  'get_nodes',
  'import_nodes',
  'filter_nodes',
  'get_node_attributes',
  'set_node_attributes',
  'list_domain_attributes',
  'create_domain_attribute',
  'update_domain_attribute',
  'delete_domain_attribute',
  'get_server_info',
];

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

describe.concurrent.each(hosts)('%s', (_name, version, connect) => {
  it('speaks its own revision and lists every tool, whole', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    if (host.version !== undefined) expect(host.version).toBe(version);
    expect(host.instructions).toContain('도메인');

    const tools = await host.listTools();
    expect(tools.map(({ name }) => name)).toEqual(names);
    for (const tool of tools) {
      expect(tool.title && tool.description).toMatch(/[가-힣]/);
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(Object.keys(tool.annotations ?? {}).sort()).toEqual([
        'destructiveHint',
        'idempotentHint',
        'openWorldHint',
        'readOnlyHint',
      ]);
    }
  });

  it('keeps, finds, tags and deletes a URL; each answer is that of REST', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    const answer = async (name: string, parameters: object) => {
      const { isError, structuredContent } = await host.call(name, parameters);
      expect(isError, JSON.stringify(structuredContent)).not.toBe(true);
      return structuredContent;
    };
    const domain = { name: 'tech-articles', description: '기술 관련 아티클' };
    const made = { ...domain, node_count: 0, created_at: time, updated_at: time };
    expect(await answer('create_domain', domain)).toEqual(made);

    const url = 'https://example.com/article';
    const given = { domain_name: 'tech-articles', url, title: 'Example Article' };
    const composite_id = 'url-db:tech-articles:1';
    const node = { composite_id, ...given, description: null, created_at: time, updated_at: time };
    expect(await answer('create_node', given)).toEqual(node);
    expect(await answer('get_node', { composite_id })).toEqual(node);
    expect(await answer('list_nodes', { search: 'article' })).toEqual({
      nodes: [node],
      total_count: 1,
      page: 1,
      size: 20,
      total_pages: 1,
    });
    expect(await answer('find_node_by_url', { domain_name: 'tech-articles', url })).toEqual(node);
    expect(await answer('find_node_by_url', { url })).toEqual({ nodes: [node] });
    const composite_ids = [composite_id, 'url-db:tech-articles:9'];
    expect(await answer('get_nodes', { composite_ids })).toEqual({
      nodes: [node],
      not_found: ['url-db:tech-articles:9'],
    });

    const attributes = [
      { name: 'category', value: 'javascript' },
      { name: 'rating', value: '4.5' },
    ];
    const set = {
      composite_id,
      attributes: [
        { name: 'category', type: 'tag', value: 'javascript' },
        { name: 'rating', type: 'number', value: '4.5' },
      ],
    };
    expect(await answer('set_node_attributes', { composite_id, attributes })).toEqual(set);
    expect(await answer('get_node_attributes', { composite_id })).toEqual(set);
    const filters = [{ name: 'rating', operator: 'gt', value: '4' }];
    const filtered = await answer('filter_nodes', { domain_name: 'tech-articles', filters });
    expect(filtered).toMatchObject({ total_count: 1, nodes: [node] });

    const changed = await answer('update_node', { composite_id, title: '새 제목' });
    expect(changed).toEqual({ ...node, title: '새 제목', updated_at: time });
    expect(await answer('delete_node', { composite_id })).toEqual({ deleted: true });
    expect(await answer('list_domains', {})).toMatchObject({ domains: [{ node_count: 0 }] });
  });

  it('defines, changes and deletes attributes of a domain, and adds many URLs at once', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    await host.call('create_domain', { name: 'books' });
    const made = await host.call('create_domain_attribute', {
      domain_name: 'books',
      name: 'rating',
      type: 'number',
    });
    const composite_id = 'url-db:books:attr-1';
    expect(made.structuredContent).toMatchObject({ composite_id, type: 'number' });
    const changed = await host.call('update_domain_attribute', { composite_id, name: 'score' });
    expect(changed.structuredContent).toMatchObject({ composite_id, name: 'score' });
    const deleted = await host.call('delete_domain_attribute', { composite_id });
    expect(deleted.structuredContent).toEqual({ deleted: true });
    const listed = await host.call('list_domain_attributes', { domain_name: 'books' });
    expect(listed.structuredContent).toEqual({ attributes: [] });

    const rows = ['https://a.example/', 'https://a.example/', 'javascript:alert(1)'];
    const imported = await host.call('import_nodes', {
      nodes: rows.map((url) => ({ domain_name: 'books', url })),
    });
    expect(imported).not.toHaveProperty('isError', true);
    expect(imported.structuredContent).toMatchObject({
      created_count: 1,
      duplicate_count: 1,
      failed_count: 1,
      results: [{ outcome: 'created' }, { outcome: 'duplicate' }, { outcome: 'failed' }],
    });
  });

  it('answers a failure flat, with its facts', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    await host.call('create_domain', { name: 'books' });
    const node = { domain_name: 'books', url: 'https://example.com/' };
    await host.call('create_node', node);

    const failure = async (name: string, parameters: object) => {
      const { isError, structuredContent } = await host.call(name, parameters);
      expect(isError).toBe(true);
      return structuredContent;
    };
    expect(await failure('get_node', { composite_id: 'invalid-key' })).toEqual({
      error: 'INVALID_COMPOSITE_KEY',
      message: '합성키 형식이 올바르지 않습니다',
      expected_format: 'tool_name:domain_name:id',
      provided: 'invalid-key',
    });
    expect(await failure('list_nodes', { domain_name: 'none' })).toEqual({
      error: 'DOMAIN_NOT_FOUND',
      message: '지정된 도메인을 찾을 수 없습니다',
      domain_name: 'none',
    });
    expect(await failure('create_node', node)).toMatchObject({
      error: 'CONFLICT',
      composite_id: 'url-db:books:1',
    });
    expect(await failure('create_node', { ...node, tags: ['a'], titel: 'x' })).toMatchObject({
      error: 'VALIDATION_ERROR',
      details: [{ field: 'tags' }, { field: 'titel' }],
    });
    expect(await failure('list_nodes', { size: 101 })).toMatchObject({
      error: 'VALIDATION_ERROR',
      details: [{ field: 'size' }],
    });
    await expect(host.call('drop_tables', {})).rejects.toThrow(/drop_tables/);
  });

  it('speaks English to those who do', async () => {
    await using world = await createWorld({ JEONBO_LANG: 'en' });
    await using host = await connect(world);
    const [first] = await host.listTools();
    expect(first?.title).toBe('List domains');
    const missing = await host.call('get_node', { composite_id: 'url-db:books:1' });
    expect(missing.structuredContent).toMatchObject({ message: 'The node was not found' });
  });
});
