import { describe, expect, it } from 'vitest';
import { hosts } from './support/hosts.ts';
import { createWorld } from './support/world.ts';

describe.concurrent.each(hosts)('%s', (_name, _version, connect) => {
  it('answers the tools of older versions under their names, as JSON in the text too', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    const composite_id = 'url-db:tech-articles:1';
    const domain = { domain_name: 'tech-articles' };
    const url = 'https://example.com/article';
    const attributes = [{ name: 'category', value: 'javascript' }];
    const description = 'a';
    const calls: readonly (readonly [string, object, object])[] = [
      ['create_mcp_domain', { name: 'tech-articles', description }, { node_count: 0 }],
      ['list_mcp_domains', {}, { domains: [{ name: 'tech-articles' }] }],
      ['create_mcp_node', { ...domain, url, title: 'Example', description }, { composite_id }],
      ['get_mcp_node', { composite_id }, { composite_id, url }],
      ['list_mcp_nodes', { ...domain, page: 1, size: 20, search: 'exam' }, { total_count: 1 }],
      ['update_mcp_node', { composite_id, title: 'Other', description }, { title: 'Other' }],
      ['find_mcp_node_by_url', { ...domain, url }, { composite_id }],
      ['batch_get_mcp_nodes', { composite_ids: [composite_id] }, { nodes: [{ composite_id }] }],
      ['set_mcp_node_attributes', { composite_id, attributes }, { attributes }],
      ['get_mcp_node_attributes', { composite_id }, { attributes }],
      ['list_mcp_domain_attributes', domain, { attributes: [{ name: 'category' }] }],
      ['create_mcp_domain_attribute', { ...domain, name: 'n', type: 'tag' }, { name: 'n' }],
      ['get_mcp_domain_attribute', { composite_id: 'url-db:tech-articles:attr-2' }, { name: 'n' }],
      [
        'update_mcp_domain_attribute',
        { composite_id: 'url-db:tech-articles:attr-2', description },
        { description },
      ],
      [
        'delete_mcp_domain_attribute',
        { composite_id: 'url-db:tech-articles:attr-2' },
        { deleted: true },
      ],
      ['delete_mcp_node', { composite_id }, { deleted: true }],
      ['get_mcp_server_info', {}, { name: 'url-db' }],
    ];
    for (const [name, parameters, expected] of calls) {
      const { isError, structuredContent, content } = await host.call(name, parameters);
      expect(isError, `${name}: ${JSON.stringify(structuredContent)}`).not.toBe(true);
      expect(structuredContent, name).toMatchObject(expected);
      const [{ text }] = content as [{ text: string }];
      expect(JSON.parse(text), name).toEqual(structuredContent);
    }
    const listed = (await host.listTools()).map(({ name }) => name);
    expect(listed.filter((name) => name.includes('_mcp_'))).toEqual([]);
  });

  it('takes the parameters of older versions', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    for (const name of ['a', 'b', 'c']) await host.call('create_domain', { name, description: '' });
    const node = { domain_name: 'a', url: 'https://example.com/' };
    await host.call('create_node', { ...node, title: '', description: '' });
    const composite_id = 'url-db:a:1';
    const set = (auto_create_attributes: boolean) =>
      host.call('set_node_attributes', {
        composite_id,
        attributes: [{ name: 'kind', value: 'blog' }],
        auto_create_attributes,
      });
    expect((await set(false)).structuredContent).toMatchObject({ error: 'ATTRIBUTE_NOT_FOUND' });
    expect((await set(true)).isError).not.toBe(true);

    const filters = [{ name: 'kind', value: 'blog' }];
    const filtered = await host.call('filter_nodes_by_attributes', { domain_name: 'a', filters });
    expect(filtered.structuredContent).toMatchObject({ total_count: 1 });

    const kind = { domain_name: 'a', attribute_name: 'kind' };
    const got = await host.call('get_domain_attribute', kind);
    expect(got.structuredContent).toMatchObject({ composite_id: 'url-db:a:attr-1' });
    const changed = await host.call('update_domain_attribute', { ...kind, description: 'd' });
    expect(changed.structuredContent).toMatchObject({ description: 'd' });
    const missing = await host.call('delete_domain_attribute', { ...kind, attribute_name: 'x' });
    expect(missing.structuredContent).toMatchObject({ error: 'ATTRIBUTE_NOT_FOUND', name: 'x' });

    const second = await host.call('list_domains', { page: 2, size: 2 });
    expect(second.structuredContent).toMatchObject({ domains: [{ name: 'c' }] });
  });

  it('opens no door by an older name: what never was a tool is none', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    for (const name of ['delete_domain', 'delete_mcp_domain', 'create_subscription', 'constructor'])
      await expect(host.call(name, {}), name).rejects.toThrow(new RegExp(name));
  });
});
