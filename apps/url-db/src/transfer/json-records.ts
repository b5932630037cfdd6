import * as z from 'zod';
import { attributeTypes } from '../attributes/types.ts';
import { dependencyTypes } from '../storage/dependency-types.ts';

// The lines of a JSON lines file. Strict: a misspelt field is told, and not silently lost.

export const attributeRecord = z.strictObject({
  name: z.string(),
  type: z.enum(attributeTypes).optional(),
  value: z.string(),
  order_index: z.int().min(0).nullish(),
});

const time = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .transform((text) => Date.parse(text));

export const nodeRecord = z.strictObject({
  kind: z.literal('node').default('node'),
  /** Said for who reads the file. An import gives ids of its own. */
  composite_id: z.string().optional(),
  domain_name: z.string().optional(),
  url: z.string(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  created_at: time.optional(),
  updated_at: time.optional(),
  attributes: z.array(attributeRecord).default([]),
});

export const domainRecord = z.strictObject({
  kind: z.literal('domain'),
  name: z.string(),
  description: z.string().nullish(),
  strip_tracking: z.boolean().default(false),
  attributes: z
    .array(
      z.strictObject({
        name: z.string(),
        type: z.enum(attributeTypes),
        description: z.string().nullish(),
      }),
    )
    .default([]),
});

const nodeName = z.strictObject({ domain_name: z.string().optional(), url: z.string() });

export const dependencyRecord = z.strictObject({
  kind: z.literal('dependency'),
  dependent: nodeName,
  dependency: nodeName,
  type: z.enum(dependencyTypes),
  cascade_delete: z.boolean().default(false),
  description: z.string().nullish(),
});

/** What stands in an attribute of a bookmark that browsers pass over: what their format has no place for. */
export const bookmarkExtras = z.strictObject({
  created_at: time.optional(),
  updated_at: time.optional(),
  attributes: z.array(attributeRecord).default([]),
});
