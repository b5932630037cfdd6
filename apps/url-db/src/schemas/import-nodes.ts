import * as z from 'zod';
import { newNode, node } from './nodes.ts';

// A row whose values break a rule is an outcome of its own, so only types and names of fields are looked at here.
const anyText = (name: 'domain_name' | 'url') => z.string().meta({ ...newNode.shape[name].meta() });
const anyTextOrNull = (name: 'title' | 'description') =>
  z
    .string()
    .nullish()
    .meta({ ...newNode.shape[name].meta() });

export const newNodes = z.strictObject({
  nodes: z
    .array(
      z.strictObject({
        domain_name: anyText('domain_name'),
        url: anyText('url'),
        title: anyTextOrNull('title'),
        description: anyTextOrNull('description'),
      }),
    )
    .min(1)
    .max(1000)
    .meta({ description: 'Nodes to create, 1000 at most' }),
});

const rowError = z
  .looseObject({ error: z.string(), message: z.string() })
  .meta({ description: 'As the same node alone would have been answered' });

export const importedNodes = z.object({
  results: z
    .array(
      z.union([
        z.object({ index: z.int(), outcome: z.literal('created'), node }),
        z.object({
          index: z.int(),
          outcome: z.literal('duplicate'),
          composite_id: z.string().meta({ description: 'The node that holds this URL already' }),
        }),
        z.object({ index: z.int(), outcome: z.literal('failed'), error: rowError }),
      ]),
    )
    .meta({ description: 'One outcome for each row, in the order of the rows' }),
  created_count: z.int(),
  duplicate_count: z.int(),
  failed_count: z.int(),
});
