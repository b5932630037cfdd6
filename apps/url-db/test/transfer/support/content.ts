import { openStore } from '../../../src/storage/open-store.ts';
import type { UrlStore } from '../../../src/storage/store.ts';

/** All that is kept, without ids, in an order of its own: two databases are equal where these are. */
export async function contentOf(database: string) {
  const store = await openStore(database);
  try {
    return {
      domains: (await store.listDomains()).map(
        ({ name, description, nodeCount, stripTracking }) => ({
          name,
          description,
          nodeCount,
          stripTracking,
        }),
      ),
      definitions: await definitionsOf(store),
      nodes: await nodesOf(store),
      dependencies: (await store.readDependencies({ after: 0, limit: 1000 })).map((one) => ({
        dependent: one.dependent.url,
        dependency: one.dependency.url,
        type: one.type,
        cascadeDelete: one.cascadeDelete,
        description: one.description,
      })),
    };
  } finally {
    await store.close();
  }
}

async function definitionsOf(store: UrlStore) {
  const all: unknown[] = [];
  for (const { name } of await store.listDomains())
    for (const one of (await store.listAttributeDefinitions(name)) ?? [])
      all.push({ domain: name, name: one.name, type: one.type, description: one.description });
  return all;
}

async function nodesOf(store: UrlStore) {
  const all = new Map<string, unknown>();
  for await (const { node, attributes } of store.readAll()) {
    const { id: _id, ...facts } = node;
    const values = attributes.map((one) => ({
      ...one,
      // In which order a bookmark was met in its folders says nothing.
      value: one.name === 'folder' ? one.value.split('\n').sort().join('\n') : one.value,
    }));
    all.set(`${node.domainName} ${node.url}`, {
      ...facts,
      attributes: values.map((one) => JSON.stringify(one)).sort(),
    });
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
