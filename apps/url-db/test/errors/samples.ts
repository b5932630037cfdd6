import type { TestUrlDb } from '../support/url-db.ts';

/** A request to each operation that would be answered well, on the database that `prepare` makes. */
export interface Sample {
  /** Of the path. */
  readonly values?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

const node = { composite_id: 'url-db:tech-articles:1' };
const attribute = { composite_id: 'url-db:tech-articles:attr-1' };
const url = 'https://example.com/new';

export const samples: Readonly<Record<string, Sample>> = {
  list_domains: {},
  create_domain: { body: { name: 'new-domain' } },
  get_domain: { values: { name: 'tech-articles' } },
  update_domain: { values: { name: 'tech-articles' }, body: { description: 'New' } },
  delete_domain: { values: { name: 'empty' } },
  list_nodes: {},
  create_node: { body: { domain_name: 'tech-articles', url } },
  get_node: { values: node },
  update_node: { values: node, body: { title: 'New' } },
  delete_node: { values: node },
  find_node_by_url: { body: { url: 'https://example.com/1' } },
  get_nodes: { body: { composite_ids: ['url-db:tech-articles:1'] } },
  import_nodes: { body: { nodes: [{ domain_name: 'tech-articles', url }] } },
  filter_nodes: {
    body: { domain_name: 'tech-articles', filters: [{ name: 'category', operator: 'exists' }] },
  },
  get_node_attributes: { values: node },
  set_node_attributes: { values: node, body: { attributes: [{ name: 'category', value: 'x' }] } },
  delete_node_attribute: { values: { ...node, name: 'category' } },
  list_domain_attributes: { values: { domain_name: 'tech-articles' } },
  create_domain_attribute: {
    values: { domain_name: 'tech-articles' },
    body: { name: 'new', type: 'tag' },
  },
  get_domain_attribute: { values: attribute },
  update_domain_attribute: { values: attribute, body: { description: 'New' } },
  delete_domain_attribute: { values: attribute },
  create_dependency: { values: node, body: { depends_on: 'url-db:recipes:3' } },
  list_dependencies: { values: node },
  list_dependents: { values: node },
  delete_dependency: { values: { ...node, dependency_id: '1' } },
  list_events: {},
  create_subscription: { body: { endpoint: 'http://127.0.0.1:9/hook' } },
  list_subscriptions: {},
  get_subscription: { values: { id: '1' } },
  update_subscription: { values: { id: '1' }, body: { active: false } },
  delete_subscription: { values: { id: '1' } },
  list_deliveries: { values: { id: '1' } },
  get_server_info: {},
};

/**
 * Domains with a node (number 1), with two, with two that only tracking parameters tell apart, and with none; two
 * attributes, a dependency and a subscription.
 */
export async function prepare({ call }: TestUrlDb): Promise<void> {
  const made = [
    await call('POST /domains', { name: 'tech-articles' }),
    await call('POST /domains', { name: 'recipes' }),
    await call('POST /domains', { name: 'empty' }),
    await call('POST /nodes', { domain_name: 'tech-articles', url: 'https://example.com/1' }),
    await call('POST /nodes', { domain_name: 'recipes', url: 'https://example.com/1' }),
    await call('POST /nodes', { domain_name: 'recipes', url: 'https://example.com/2' }),
    await call('PUT /nodes/url-db:tech-articles:1/attributes', {
      attributes: [
        { name: 'category', value: 'javascript' },
        { name: 'rating', value: '4.5' },
      ],
    }),
    await call('POST /domains', { name: 'tracked' }),
    await call('POST /nodes', { domain_name: 'tracked', url: 'https://a.com/?utm_source=a' }),
    await call('POST /nodes', { domain_name: 'tracked', url: 'https://a.com/?utm_source=b' }),
    await call('POST /nodes/url-db:tech-articles:1/dependencies', {
      depends_on: 'url-db:recipes:2',
      type: 'hard',
    }),
    await call('POST /subscriptions', { endpoint: 'http://127.0.0.1:9/hook' }),
  ];
  const failed = made.find(({ status }) => status >= 300);
  if (failed) throw new Error(failed.text);
}

/** Everything that errors must not change. */
export async function stateOf({ call }: TestUrlDb): Promise<readonly unknown[]> {
  const paths = [
    '/domains',
    '/nodes?size=100',
    '/nodes/url-db:tech-articles:1/attributes',
    '/nodes/url-db:tech-articles:1/dependencies',
    '/domains/tech-articles/attributes',
    '/events',
    '/subscriptions',
  ];
  return Promise.all(paths.map(async (path) => (await call(`GET ${path}`)).body));
}
