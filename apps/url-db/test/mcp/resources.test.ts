import { describe, expect, it } from 'vitest';
import { type Host, hosts } from './support/hosts.ts';
import { createWorld } from './support/world.ts';

const nodeTemplate = 'mcp://nodes/{key}';

async function fill(host: Host): Promise<void> {
  await host.call('create_domain', { name: 'tech-articles', description: '기술' });
  await host.call('create_domain', { name: 'recipes' });
  const url = 'https://example.com/article';
  await host.call('create_node', { domain_name: 'tech-articles', url, title: 'Example' });
  const attributes = [{ name: 'kind', value: 'blog' }];
  await host.call('set_node_attributes', { composite_id: 'url-db:tech-articles:1', attributes });
}

describe.concurrent.each(hosts)('%s', (_name, _version, connect) => {
  it('lists what can be read, and reads it', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    await fill(host);
    const { resources } = await host.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'mcp://server/info',
      'mcp://domains/recipes',
      'mcp://domains/recipes/nodes',
      'mcp://domains/tech-articles',
      'mcp://domains/tech-articles/nodes',
    ]);
    expect(await host.listTemplates()).toEqual([
      'mcp://domains/{name}',
      'mcp://domains/{name}/nodes',
      nodeTemplate,
    ]);
    expect(await host.readResource('mcp://server/info')).toMatchObject({ name: 'url-db' });
    expect(await host.readResource('mcp://domains/tech-articles')).toMatchObject({
      name: 'tech-articles',
      node_count: 1,
    });
    const composite_id = 'url-db:tech-articles:1';
    expect(await host.readResource('mcp://domains/tech-articles/nodes')).toMatchObject({
      nodes: [{ composite_id }],
      total_count: 1,
      size: 100,
    });
    const whole = { composite_id, title: 'Example', attributes: [{ name: 'kind', value: 'blog' }] };
    expect(await host.readResource(`mcp://nodes/${composite_id}`)).toMatchObject(whole);
    const encoded = `mcp://nodes/${encodeURIComponent(composite_id)}`;
    expect(await host.readResource(encoded)).toMatchObject(whole);
  });

  it('finds nothing where nothing is', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    await fill(host);
    for (const uri of [
      'mcp://domains/none',
      'mcp://domains/none/nodes',
      'mcp://domains/UPPER_CASE!',
      'mcp://domains/tech-articles/',
      'mcp://nodes/url-db:tech-articles:2',
      'mcp://nodes/url-db:recipes:1',
      'mcp://nodes/other:tech-articles:1',
      'mcp://nodes/%zz',
      'mcp://nodes/',
      'mcp://server/infos',
      'file:///etc/passwd',
    ])
      await expect(host.readResource(uri), uri).rejects.toThrow(/not found/i);
  });

  it('lists many domains in pages', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    const names = Array.from({ length: 120 }, (_, index) => `d${String(index).padStart(3, '0')}`);
    for (const name of names) await host.call('create_domain', { name });
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const { resources, nextCursor } = await host.listResources(cursor);
      seen.push(...resources.map(({ uri }) => uri));
      cursor = nextCursor;
      pages += 1;
    } while (cursor !== undefined && pages < 10);
    // A client may itself ask for the pages that follow.
    expect(pages).toBeLessThanOrEqual(3);
    expect(seen).toEqual([
      'mcp://server/info',
      ...names.flatMap((name) => [`mcp://domains/${name}`, `mcp://domains/${name}/nodes`]),
    ]);
  });

  it('completes names of domains and keys of nodes', async () => {
    await using world = await createWorld();
    await using host = await connect(world);
    await fill(host);
    const domain = { type: 'ref/resource', uri: 'mcp://domains/{name}/nodes' } as const;
    expect(await host.complete(domain, 'name', '')).toEqual(['recipes', 'tech-articles']);
    expect(await host.complete(domain, 'name', 'Te')).toEqual(['tech-articles']);
    const node = { type: 'ref/resource', uri: nodeTemplate } as const;
    expect(await host.complete(node, 'key', 'url-db:t')).toEqual(['url-db:tech-articles:']);
    expect(await host.complete(node, 'key', 'url-db:tech-articles:')).toEqual([
      'url-db:tech-articles:1',
    ]);
    expect(await host.complete(node, 'key', 'other:tech-articles:')).toEqual([]);
    expect(await host.complete(node, 'key', 'url-db:none:')).toEqual([]);
    const unknown = { type: 'ref/resource', uri: 'mcp://else/{x}' } as const;
    await expect(host.complete(unknown, 'x', '')).rejects.toThrow(/mcp:\/\/else/);
  });
});
