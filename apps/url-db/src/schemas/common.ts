import * as z from 'zod';

export const timestamp = z.string().meta({
  format: 'date-time',
  description: 'UTC',
  examples: ['2023-01-01T00:00:00Z'],
});

/** Which node. Its form is looked at by the operation, since a wrong one is an error of its own. */
export const nodeKey = z.string().meta({
  description: 'Composite key of a node: tool_name:domain_name:id',
  examples: ['url-db:tech-articles:123'],
});

/** Which attribute of a domain. */
export const attributeKey = z.string().meta({
  description: 'Composite key of a domain attribute: tool_name:domain_name:attr-id',
  examples: ['url-db:tech-articles:attr-7'],
});

export const force = z
  .boolean()
  .default(false)
  .meta({ description: 'Delete it with everything in it' });

/** What an operation answers that leaves nothing behind; over HTTP a 204 without a body. */
export const deleted = z.object({ deleted: z.literal(true) });
