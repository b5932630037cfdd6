import type * as z from 'zod';
import { formatNodeKey } from '../../keys/composite-key.ts';
import type { node } from '../../schemas/nodes.ts';
import type { UrlNode } from '../../storage/store.ts';
import { asTimestamp } from './timestamp.ts';

export type NodeAnswer = z.output<typeof node>;

/** A node as it is answered; the order of the fields is part of the promise. */
export function nodeAnswer(
  { id, url, domainName, title, description, createdAt, updatedAt }: UrlNode,
  { toolName }: { readonly toolName: string },
): NodeAnswer {
  const created = asTimestamp(createdAt);
  return {
    composite_id: formatNodeKey(toolName, domainName, id),
    url,
    domain_name: domainName,
    title,
    description,
    created_at: created,
    updated_at: updatedAt === createdAt ? created : asTimestamp(updatedAt),
  };
}
