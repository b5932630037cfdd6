import * as z from 'zod';
import { deliveryStates } from '../storage/delivery-types.ts';
import { storeEventTypes } from '../storage/event-types.ts';
import { nodeKey, timestamp } from './common.ts';
import { domainName } from './domain-name.ts';
import { problems } from './problems.ts';
import { rule, text } from './text.ts';

const eventType = z.enum(storeEventTypes);

export const event = z.object({
  id: z.int(),
  type: eventType,
  composite_id: nodeKey,
  domain_name: z.string(),
  occurred_at: timestamp,
  data: z
    .record(z.string(), z.unknown())
    .meta({ description: 'The state right after the change; of node.deleted the one before' }),
});

export const eventsQuery = z.strictObject({
  after: z
    .int()
    .min(0)
    .default(0)
    .meta({ description: 'Events with a higher id; 0: from the oldest that is kept' }),
  limit: z.int().min(1).max(1000).default(100),
});

export const events = z.object({
  events: z.array(event),
  next_after: z.int().meta({ description: 'after for the next call' }),
});

const subscriptionFields = {
  id: z.int(),
  endpoint: z.string(),
  event_types: z.array(eventType),
  filter: z.object({ domain_name: z.string().optional(), composite_id: nodeKey.optional() }),
  active: z.boolean(),
  created_at: timestamp,
  updated_at: timestamp,
};

export const subscription = z.object(subscriptionFields);
export const subscriptions = z.object({ subscriptions: z.array(subscription) });

export const subscriptionWithSecret = z.object({
  ...subscriptionFields,
  secret: z.string().meta({ description: 'Signs the deliveries; told this once' }),
});

const endpoint = text(2048).meta({
  description: 'http or https address that events are posted to; none of a private network',
  examples: ['https://example.com/hooks/url-db'],
});
const eventTypes = z
  .array(eventType)
  .min(1)
  .max(storeEventTypes.length)
  .overwrite((types) => [...new Set(types)]);
const filter = z
  .strictObject({ domain_name: domainName.optional(), composite_id: nodeKey.optional() })
  .meta({ description: 'Only events of this domain or this node; left out: all' });

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: 24 to 64 bytes
const secret = z
  .string()
  .refine((value) => /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(value), rule(problems.secret))
  .meta({ description: 'whsec_ and 24 to 64 bytes in base64. Left out: made here' });

export const newSubscription = z.strictObject({
  endpoint,
  event_types: eventTypes.default([...storeEventTypes]),
  filter: filter.default({}),
  secret: secret.nullish(),
});

export const subscriptionReference = z.strictObject({ id: z.int().min(1) });

export const subscriptionChanges = subscriptionReference.extend({
  endpoint: endpoint.optional(),
  event_types: eventTypes.optional(),
  filter: filter.optional(),
  secret: secret.optional(),
  active: z.boolean().optional().meta({
    description: 'false: delivers nothing; made true again it goes on with what happened meanwhile',
  }),
});

export const deliveriesQuery = subscriptionReference.extend({
  limit: z.int().min(1).max(100).default(20),
  before: z.int().min(1).optional().meta({ description: 'Deliveries with a lower id' }),
});

export const delivery = z.object({
  id: z.int(),
  event_id: z.int(),
  event_type: eventType,
  composite_id: nodeKey,
  state: z.enum(deliveryStates),
  attempts: z.int(),
  next_attempt_at: timestamp.nullable(),
  last_status: z.int().nullable(),
  last_error: z.string().nullable(),
  updated_at: timestamp,
});

export const deliveries = z.object({ deliveries: z.array(delivery) });
