import type * as z from 'zod';
import type { AttributeEntry, DependencyEntry, DomainEntry, NodeEntry } from './entry.ts';
import type {
  attributeRecord,
  dependencyRecord,
  domainRecord,
  nodeRecord,
} from './json-records.ts';

export function toAttributeEntry({
  name,
  type,
  value,
  order_index,
}: z.output<typeof attributeRecord>): AttributeEntry {
  return { name, type, value, orderIndex: order_index };
}

export function toNodeEntry(record: z.output<typeof nodeRecord>): NodeEntry {
  const { domain_name, url, title, description, created_at, updated_at, attributes } = record;
  return {
    kind: 'node',
    domainName: domain_name,
    url,
    title,
    description,
    createdAt: created_at,
    updatedAt: updated_at,
    attributes: attributes.map(toAttributeEntry),
  };
}

export function toDomainEntry(record: z.output<typeof domainRecord>): DomainEntry {
  const { name, description = null, strip_tracking, attributes } = record;
  return {
    kind: 'domain',
    name,
    description,
    stripTracking: strip_tracking,
    attributes: attributes.map((one) => ({ ...one, description: one.description ?? null })),
  };
}

export function toDependencyEntry(record: z.output<typeof dependencyRecord>): DependencyEntry {
  const { dependent, dependency, type, cascade_delete, description = null } = record;
  return {
    kind: 'dependency',
    dependent: { domainName: dependent.domain_name, url: dependent.url },
    dependency: { domainName: dependency.domain_name, url: dependency.url },
    type,
    cascadeDelete: cascade_delete,
    description,
  };
}
