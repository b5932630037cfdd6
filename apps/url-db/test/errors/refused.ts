import type { UrlDbErrorCode } from '../../src/errors/error-table.ts';
import type { Sample } from './samples.ts';

/** A request that is refused for its meaning: the sample of its operation, with this in place of what it has. */
export interface Refused extends Sample {
  readonly query?: string;
  /** Of the answer. */
  readonly facts?: object;
}

const name = 'non-existent-domain';
const noDomain = { facts: { domain_name: name } };
const noSubscription = { values: { id: '999' }, facts: { id: 999 } };
const nodeThere = { composite_id: 'url-db:tech-articles:1' };
const attributeThere = { composite_id: 'url-db:tech-articles:attr-1' };
const dependency = { composite_id: 'url-db:recipes:2' };
const wrongKey = { provided: 'invalid-key', expected_format: 'tool_name:domain_name:id' };

/**
 * Every error that an operation names, but for those of a key in its path, on the database that `prepare` makes. A test
 * looks that none is missing.
 */
export const refused: Readonly<
  Record<string, Partial<Readonly<Record<UrlDbErrorCode, readonly Refused[]>>>>
> = {
  create_domain: {
    CONFLICT: [{ body: { name: 'TECH-articles' }, facts: { domain_name: 'tech-articles' } }],
  },
  get_domain: { DOMAIN_NOT_FOUND: [{ values: { name }, ...noDomain }] },
  update_domain: {
    DOMAIN_NOT_FOUND: [{ values: { name }, ...noDomain }],
    CONSTRAINT_VIOLATION: [
      {
        values: { name: 'tracked' },
        body: { strip_tracking: true },
        facts: { composite_ids: ['url-db:tracked:5', 'url-db:tracked:4'] },
      },
    ],
  },
  delete_domain: {
    DOMAIN_NOT_FOUND: [{ values: { name }, ...noDomain }],
    CONSTRAINT_VIOLATION: ['', 'force=false'].map((query) => ({
      values: { name: 'tech-articles' },
      query,
      facts: { domain_name: 'tech-articles' },
    })),
  },
  list_nodes: {
    DOMAIN_NOT_FOUND: ['', '&search=x', '&page=7', '&exact=true'].map((more) => ({
      query: `domain_name=${name}${more}`,
      ...noDomain,
    })),
  },
  create_node: {
    DOMAIN_NOT_FOUND: [{ body: { domain_name: name }, ...noDomain }],
    // One URL, however it is written.
    CONFLICT: [
      'https://example.com/1',
      'HTTPS://EXAMPLE.com:443/1',
      'https://example.com/1#',
      ' https://example.com/1 ',
    ].map((url) => ({ body: { url }, facts: nodeThere })),
  },
  find_node_by_url: {
    DOMAIN_NOT_FOUND: [{ body: { domain_name: name }, ...noDomain }],
    NODE_NOT_FOUND: [{}, { domain_name: 'empty' }].map((domain) => {
      const body = { ...domain, url: 'https://example.com/nothing' };
      return { body, facts: body };
    }),
  },
  filter_nodes: { DOMAIN_NOT_FOUND: [{ body: { domain_name: name }, ...noDomain }] },
  delete_node: {
    CONSTRAINT_VIOLATION: [
      { values: dependency, facts: { dependents: ['url-db:tech-articles:1'] } },
    ],
  },
  delete_node_attribute: {
    ATTRIBUTE_NOT_FOUND: ['nothing', 'category ', '%', '분류'].map((missing) => ({
      values: { name: missing },
      facts: { name: missing },
    })),
  },
  list_domain_attributes: {
    DOMAIN_NOT_FOUND: [{ values: { domain_name: name }, ...noDomain }],
  },
  create_domain_attribute: {
    DOMAIN_NOT_FOUND: [{ values: { domain_name: name }, ...noDomain }],
    CONFLICT: [{ body: { name: 'category' }, facts: attributeThere }],
  },
  update_domain_attribute: {
    CONFLICT: [
      { body: { name: 'rating' }, facts: { composite_id: 'url-db:tech-articles:attr-2' } },
    ],
  },
  delete_domain_attribute: {
    CONSTRAINT_VIOLATION: ['', 'force=false'].map((query) => ({ query, facts: attributeThere })),
  },
  create_dependency: {
    INVALID_COMPOSITE_KEY: [{ body: { depends_on: 'invalid-key' }, facts: wrongKey }],
    NODE_NOT_FOUND: ['url-db:recipes:999', 'url-db:recipes:1', 'url-db:nowhere:2'].map(
      (depends_on) => ({ body: { depends_on }, facts: { composite_id: depends_on } }),
    ),
    CONFLICT: [{ body: { depends_on: 'url-db:recipes:2' }, facts: { dependency_id: 1 } }],
    CONSTRAINT_VIOLATION: ['url-db:recipes:2', 'url-db:tech-articles:1'].map((depends_on) => ({
      values: dependency,
      body: { depends_on },
      facts: { ...dependency, depends_on },
    })),
  },
  delete_dependency: {
    DEPENDENCY_NOT_FOUND: [
      { values: { dependency_id: '999' }, facts: { dependency_id: 999 } },
      // One of another node.
      { values: { ...dependency, dependency_id: '1' }, facts: { dependency_id: 1 } },
    ],
  },
  create_subscription: {
    INVALID_COMPOSITE_KEY: [{ body: { filter: { composite_id: 'invalid-key' } }, facts: wrongKey }],
  },
  get_subscription: { SUBSCRIPTION_NOT_FOUND: [noSubscription] },
  update_subscription: {
    SUBSCRIPTION_NOT_FOUND: [noSubscription],
    INVALID_COMPOSITE_KEY: [{ body: { filter: { composite_id: 'invalid-key' } }, facts: wrongKey }],
  },
  delete_subscription: { SUBSCRIPTION_NOT_FOUND: [noSubscription] },
  list_deliveries: { SUBSCRIPTION_NOT_FOUND: [noSubscription] },
};
