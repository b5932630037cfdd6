import type { Page, UrlNode } from '../../storage/store.ts';
import type { NodeAnswer } from './node.ts';
import { nodeAnswer } from './node.ts';

interface PageInput {
  readonly page?: number | undefined;
  readonly cursor?: string | undefined;
  readonly size: number;
}

/** A page as it is answered: total_is_capped and next_cursor only where they say something. */
export function nodesPageAnswer(
  { items, totalCount, totalIsCapped, nextCursor }: Page<UrlNode>,
  { page, cursor, size }: PageInput,
  context: { readonly toolName: string },
) {
  return {
    nodes: items.map((item): NodeAnswer => nodeAnswer(item, context)),
    total_count: totalCount,
    ...(totalIsCapped && { total_is_capped: true as const }),
    ...(cursor === undefined && { page: page ?? 1 }),
    size,
    total_pages: Math.ceil(totalCount / size),
    ...(nextCursor !== null && { next_cursor: nextCursor }),
  };
}
