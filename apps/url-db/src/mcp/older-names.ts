import { UrlDbError } from '../errors/url-db-error.ts';
import type { OperationContext } from '../operations/define-operation.ts';
import { listDomainAttributes } from '../operations/domain-attributes.ts';

// Tools had other names and parameters in older versions of url-db. They are not listed, but whoever still calls them is
// answered.

/** The operation that an older name means. Those with `_mcp_` are read below. */
const renamed: Readonly<Record<string, string>> = {
  batch_get_nodes: 'get_nodes',
  batch_get_mcp_nodes: 'get_nodes',
  get_mcp_nodes_batch: 'get_nodes',
  batch_nodes: 'get_nodes',
  filter_nodes_by_attributes: 'filter_nodes',
  find_node: 'find_node_by_url',
  list_attributes: 'list_domain_attributes',
  create_attribute: 'create_domain_attribute',
  get_attribute: 'get_domain_attribute',
  server_info: 'get_server_info',
};

/** @example currentName('create_mcp_node') // 'create_node' */
export function currentName(name: string): string {
  const plain = name.replace('_mcp_', '_');
  return renamed[name] ?? renamed[plain] ?? plain;
}

type Parameters = Readonly<Record<string, unknown>>;

export interface Adapted {
  readonly parameters: Parameters;
  readonly context: OperationContext;
  /** What older versions answered instead. */
  readonly answer?: (answer: unknown) => unknown;
}

/** Parameters of older versions, in today's words; others pass as they are. */
export async function adaptParameters(
  operation: string,
  parameters: Parameters,
  context: OperationContext,
): Promise<Adapted> {
  const adapt = adapters[operation];
  return adapt ? adapt(parameters, context) : { parameters, context };
}

type Adapt = (parameters: Parameters, context: OperationContext) => Adapted | Promise<Adapted>;

const adapters: Readonly<Record<string, Adapt>> = {
  list_domains({ page, size, ...parameters }, context) {
    if (page === undefined && size === undefined) return { parameters, context };
    const each = Number(size ?? 20);
    const from = (Number(page ?? 1) - 1) * each;
    const answer = (whole: unknown) => {
      const { domains } = whole as { readonly domains: readonly unknown[] };
      return { domains: domains.slice(from, from + each) };
    };
    return { parameters, context, answer };
  },
  set_node_attributes({ auto_create_attributes: mayCreate, ...parameters }, context) {
    if (mayCreate === undefined) return { parameters, context };
    const autoCreateAttributes = context.autoCreateAttributes && mayCreate !== false;
    return { parameters, context: { ...context, autoCreateAttributes } };
  },
  filter_nodes({ filters, ...parameters }, context) {
    const read = Array.isArray(filters)
      ? filters.map((filter) => (isRecord(filter) ? { operator: 'equals', ...filter } : filter))
      : filters;
    return { parameters: { ...parameters, ...(read !== undefined && { filters: read }) }, context };
  },
  get_domain_attribute: byName,
  update_domain_attribute: byName,
  delete_domain_attribute: byName,
};

/** An attribute of a domain was named before it had a key of its own. */
async function byName(parameters: Parameters, context: OperationContext): Promise<Adapted> {
  const { domain_name, attribute_name, ...rest } = parameters;
  if (typeof attribute_name !== 'string' || 'composite_id' in rest) return { parameters, context };
  const { attributes } = await listDomainAttributes.call({ domain_name }, context);
  const found = attributes.find(({ name }) => name === attribute_name);
  if (!found)
    throw new UrlDbError('ATTRIBUTE_NOT_FOUND', { facts: { domain_name, name: attribute_name } });
  return { parameters: { composite_id: found.composite_id, ...rest }, context };
}

function isRecord(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
