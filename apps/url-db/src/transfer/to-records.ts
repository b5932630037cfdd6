import type * as z from 'zod';
import { formatNodeKey } from '../keys/composite-key.ts';
import type { Dependency } from '../storage/dependency-types.ts';
import type {
  AttributeDefinition,
  AttributeValue,
  Domain,
  ExportedNode,
} from '../storage/store.ts';
import type {
  attributeRecord,
  dependencyRecord,
  domainRecord,
  nodeRecord,
} from './json-records.ts';

type AttributeRecord = z.input<typeof attributeRecord>;

export function toAttributeRecord({
  name,
  type,
  value,
  orderIndex,
}: AttributeValue): AttributeRecord {
  return { name, type, value, ...(orderIndex !== null && { order_index: orderIndex }) };
}

export function toNodeRecord(
  { node, attributes }: ExportedNode,
  toolName: string,
): z.input<typeof nodeRecord> {
  return {
    kind: 'node',
    composite_id: formatNodeKey(toolName, node.domainName, node.id),
    domain_name: node.domainName,
    url: node.url,
    title: node.title,
    description: node.description,
    created_at: exactTime(node.createdAt),
    updated_at: exactTime(node.updatedAt),
    attributes: attributes.map(toAttributeRecord),
  };
}

export function toDomainRecord(
  { name, description, stripTracking }: Domain,
  definitions: readonly AttributeDefinition[],
): z.input<typeof domainRecord> {
  return {
    kind: 'domain',
    name,
    description,
    strip_tracking: stripTracking,
    attributes: definitions.map((one) => ({
      name: one.name,
      type: one.type,
      description: one.description,
    })),
  };
}

export function toDependencyRecord({
  dependent,
  dependency,
  type,
  cascadeDelete,
  description,
}: Dependency): z.input<typeof dependencyRecord> {
  return {
    kind: 'dependency',
    dependent: { domain_name: dependent.domainName, url: dependent.url },
    dependency: { domain_name: dependency.domainName, url: dependency.url },
    type,
    cascade_delete: cascadeDelete,
    description,
  };
}

/** To the millisecond, unlike the answers of the API. */
export function exactTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
