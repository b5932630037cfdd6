import * as z from 'zod';
import { deliveryStates } from '../storage/delivery-types.ts';
import { storeEventTypes } from '../storage/event-types.ts';
import { nodeKey, timestamp } from './common.ts';
import { described } from './described.ts';
import { domainName } from './domain-name.ts';
import { eventType } from './events.ts';
import { problems } from './problems.ts';
import { rule, text } from './text.ts';

const endpointWords = {
  en: 'http or https address that events are posted to; none of a private network',
  ko: '이벤트를 POST로 보낼 http 또는 https 주소. 내부망 주소는 쓸 수 없습니다',
};
const endpoint = text(2048).meta({ examples: ['https://example.com/hooks/url-db'] });

const eventTypes = z
  .array(eventType)
  .min(1)
  .max(storeEventTypes.length)
  .overwrite((types) => [...new Set(types)]);

const filterWords = {
  en: 'Only events of this domain or this node; left out: all',
  ko: '이 도메인이나 이 노드의 이벤트만. 지정하지 않으면 전부',
};
const filter = z.strictObject({
  domain_name: domainName.optional(),
  composite_id: nodeKey.optional(),
});

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: 24 to 64 bytes
const secret = z
  .string()
  .refine((value) => /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(value), rule(problems.secret))
  .meta({ examples: ['whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX'] });
const secretWords = {
  en: 'Signs the deliveries: whsec_ and 24 to 64 bytes in base64. Left out at first: made here',
  ko: '서명에 쓰는 값: whsec_ 뒤에 24~64바이트의 base64. 처음에 지정하지 않으면 서버가 만듭니다',
};

export const subscription = z.object({
  id: z.int(),
  endpoint: z.string(),
  event_types: z.array(eventType),
  filter: z.object({ domain_name: z.string().optional(), composite_id: nodeKey.optional() }),
  active: z.boolean(),
  created_at: timestamp,
  updated_at: timestamp,
});

export const subscriptions = z.object({ subscriptions: z.array(subscription) });

export const subscriptionWithSecret = subscription.extend({
  secret: described(z.string(), {
    en: 'Signs the deliveries; told this once',
    ko: '서명에 쓰는 값. 이번 한 번만 알려 줍니다',
  }),
});

export const newSubscription = z.strictObject({
  endpoint: described(endpoint, endpointWords),
  event_types: eventTypes.default([...storeEventTypes]),
  filter: described(filter.default({}), filterWords),
  secret: described(secret.nullish(), secretWords),
});

export const subscriptionReference = z.strictObject({ id: z.int().min(1) });

export const subscriptionChanges = subscriptionReference.extend({
  endpoint: described(endpoint.optional(), endpointWords),
  event_types: eventTypes.optional(),
  filter: described(filter.optional(), filterWords),
  secret: described(secret.optional(), secretWords),
  active: described(z.boolean().optional(), {
    en: 'false: delivers nothing; made true again it goes on with what happened meanwhile',
    ko: 'false이면 보내지 않습니다. 다시 true로 하면 그동안 일어난 것부터 이어서 보냅니다',
  }),
});

export const deliveriesQuery = subscriptionReference.extend({
  limit: z.int().min(1).max(100).default(20),
  before: described(z.int().min(1).optional(), {
    en: 'Deliveries with a lower id',
    ko: '이 id보다 앞의 전달 내역',
  }),
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
