import * as z from 'zod';
import { nodeKey, timestamp } from './common.ts';
import { domainName } from './domain-name.ts';
import { isPageOrCursor, pageOrCursor, pagingInput, pagingOutput } from './paging.ts';
import { text } from './text.ts';

export const node = z.object({
  composite_id: nodeKey,
  url: z.string(),
  domain_name: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  created_at: timestamp,
  updated_at: timestamp,
});

const title = text(255).nullish().meta({
  description: 'Title. Left out, null or empty: made from the URL',
});
const description = text(1000).nullish().meta({ description: 'Description' });

/** Its form is looked at by the operation: which schemes are kept is a setting. */
const url = z.string().meta({
  maxLength: 2048,
  description: 'The URL, http or https',
  examples: ['https://example.com/article'],
});

export const newNode = z.strictObject({ domain_name: domainName, url, title, description });

export const nodeReference = z.strictObject({ composite_id: nodeKey });

export const nodeChanges = nodeReference.extend({ title, description });

export const nodesQuery = z
  .strictObject({
    domain_name: domainName.optional(),
    ...pagingInput,
    search: text(1000)
      .optional()
      .meta({ description: 'Words that must all be in title, URL or description, in any script' }),
    exact: z
      .boolean()
      .default(false)
      .meta({ description: 'Count every hit of a search, however long that takes' }),
  })
  .refine(isPageOrCursor, pageOrCursor());

export const nodesPage = z.object({ nodes: z.array(node), ...pagingOutput });

export const nodeSearch = z.strictObject({
  domain_name: domainName.optional().meta({ description: 'Left out: every domain' }),
  url,
});

/** One node of the domain that was named, or all that hold the URL where none was. */
export const foundNodes = z
  .union([node, z.object({ nodes: z.array(node) })])
  .meta({ type: 'object' });

export const nodeKeys = z.strictObject({
  composite_ids: z.array(z.string()).max(100).meta({ description: 'Composite keys, 100 at most' }),
});

export const nodesByKey = z.object({ nodes: z.array(node), not_found: z.array(z.string()) });
