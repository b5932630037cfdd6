import type * as z from 'zod';
import { formatAttributeKey } from '../../keys/composite-key.ts';
import type { definition, nodeAttributes } from '../../schemas/attributes.ts';
import type { AttributeDefinition, AttributeValue } from '../../storage/store.ts';
import { asTimestamp } from './timestamp.ts';

/** order_index only where there is one: the promise has none for other types. */
export function attributesAnswer(
  key: string,
  values: readonly AttributeValue[],
): z.output<typeof nodeAttributes> {
  return {
    composite_id: key,
    attributes: values.map(({ name, type, value, orderIndex }) => ({
      name,
      type,
      value,
      ...(orderIndex !== null && { order_index: orderIndex }),
    })),
  };
}

export function definitionAnswer(
  { id, domainName, name, type, description, createdAt, updatedAt }: AttributeDefinition,
  { toolName }: { readonly toolName: string },
): z.output<typeof definition> {
  return {
    composite_id: formatAttributeKey(toolName, domainName, id),
    domain_name: domainName,
    name,
    type,
    description,
    created_at: asTimestamp(createdAt),
    updated_at: asTimestamp(updatedAt),
  };
}
