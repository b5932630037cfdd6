import * as z from 'zod';
import { timestamp } from './common.ts';
import { domainName } from './domain-name.ts';
import { text } from './text.ts';

export const domain = z.object({
  name: z.string(),
  description: z.string().nullable(),
  node_count: z.int(),
  strip_tracking: z.literal(true).optional(),
  created_at: timestamp,
  updated_at: timestamp,
});

const description = text(1000).nullish().meta({ description: 'What is collected in this domain' });

const stripTracking = z.boolean().meta({
  description:
    'Whether URLs that differ in tracking parameters only (utm_source, fbclid, …) are the same one',
});

export const newDomain = z.strictObject({
  name: domainName,
  description,
  strip_tracking: stripTracking.default(false),
});

export const domainReference = z.strictObject({ name: domainName });

export const domainChanges = domainReference.extend({
  description,
  strip_tracking: stripTracking.optional(),
});
