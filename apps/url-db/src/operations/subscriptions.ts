import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { invalid } from '../errors/make-errors.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { formatNodeKey } from '../keys/composite-key.ts';
import { deleted } from '../schemas/common.ts';
import {
  newSubscription,
  subscription,
  subscriptionChanges,
  subscriptionReference,
  subscriptions,
  subscriptionWithSecret,
} from '../schemas/subscriptions.ts';
import type { Subscription, SubscriptionFilter } from '../storage/delivery-types.ts';
import { asTimestamp } from './answers/timestamp.ts';
import { defineOperation, type OperationContext } from './define-operation.ts';
import { nodeKeyOf } from './keys.ts';

function subscriptionAnswer(
  one: Subscription,
  { toolName }: { readonly toolName: string },
): z.output<typeof subscription> {
  const { domainName, nodeId } = one.filter;
  const isNode = domainName !== undefined && nodeId !== undefined;
  return {
    id: one.id,
    endpoint: one.endpoint,
    event_types: [...one.eventTypes],
    filter: {
      ...(domainName !== undefined && { domain_name: domainName }),
      ...(isNode && { composite_id: formatNodeKey(toolName, domainName, nodeId) }),
    },
    active: one.active,
    created_at: asTimestamp(one.createdAt),
    updated_at: asTimestamp(one.updatedAt),
  };
}

export function subscriptionNotFound(id: number): UrlDbError {
  return new UrlDbError('SUBSCRIPTION_NOT_FOUND', { facts: { id } });
}

export const createSubscription = defineOperation({
  name: 'create_subscription',
  title: { en: 'Subscribe to changes', ko: '이벤트 구독' },
  description: {
    en: 'Posts every change from now on to an address, signed with a secret that is told in this answer only.',
    ko: '지금부터 일어나는 변경을 서명해 지정한 주소로 보냅니다. 서명에 쓰는 secret은 이 응답에서만 알려 줍니다.',
  },
  input: newSubscription,
  output: subscriptionWithSecret,
  rest: { method: 'POST', path: '/subscriptions', status: 201 },
  errors: ['INVALID_COMPOSITE_KEY'],
  async run({ endpoint, event_types, filter, secret }, context) {
    await checkEndpoint(endpoint, context);
    const made = await context.store.createSubscription({
      endpoint,
      eventTypes: event_types,
      filter: filterOf(filter, context),
      secret: secret ?? `whsec_${randomBytes(32).toString('base64')}`,
    });
    return { ...subscriptionAnswer(made, context), secret: made.secret };
  },
});

export const listSubscriptions = defineOperation({
  name: 'list_subscriptions',
  title: { en: 'List subscriptions', ko: '구독 목록' },
  description: { en: 'All subscriptions.', ko: '모든 구독을 보여 줍니다.' },
  input: subscriptionReference.omit({ id: true }),
  output: subscriptions,
  rest: { method: 'GET', path: '/subscriptions', status: 200 },
  errors: [],
  async run(_input, context) {
    const found = await context.store.listSubscriptions();
    return { subscriptions: found.map((one) => subscriptionAnswer(one, context)) };
  },
});

export const getSubscription = defineOperation({
  name: 'get_subscription',
  title: { en: 'Get a subscription', ko: '구독 조회' },
  description: { en: 'One subscription.', ko: '구독 하나를 조회합니다.' },
  input: subscriptionReference,
  output: subscription,
  rest: { method: 'GET', path: '/subscriptions/{id}', status: 200 },
  errors: ['SUBSCRIPTION_NOT_FOUND'],
  async run({ id }, context) {
    const found = await context.store.getSubscription(id);
    if (!found) throw subscriptionNotFound(id);
    return subscriptionAnswer(found, context);
  },
});

export const updateSubscription = defineOperation({
  name: 'update_subscription',
  title: { en: 'Change a subscription', ko: '구독 수정' },
  description: {
    en: 'Changes what is given and leaves the rest.',
    ko: '보낸 항목만 바꾸고 나머지는 그대로 둡니다.',
  },
  input: subscriptionChanges,
  output: subscription,
  rest: { method: 'PUT', path: '/subscriptions/{id}', status: 200 },
  errors: ['INVALID_COMPOSITE_KEY', 'SUBSCRIPTION_NOT_FOUND'],
  async run({ id, endpoint, event_types, filter, secret, active }, context) {
    if (endpoint !== undefined) await checkEndpoint(endpoint, context);
    const changed = await context.store.updateSubscription(id, {
      endpoint,
      eventTypes: event_types,
      filter: filter && filterOf(filter, context),
      secret,
      active,
    });
    if (!changed) throw subscriptionNotFound(id);
    return subscriptionAnswer(changed, context);
  },
});

export const deleteSubscription = defineOperation({
  name: 'delete_subscription',
  title: { en: 'End a subscription', ko: '구독 삭제' },
  description: {
    en: 'Delivers nothing more, not even what waits.',
    ko: '대기 중인 것을 포함해 더 이상 보내지 않습니다.',
  },
  input: subscriptionReference,
  output: deleted,
  rest: { method: 'DELETE', path: '/subscriptions/{id}', status: 204 },
  errors: ['SUBSCRIPTION_NOT_FOUND'],
  async run({ id }, { store }) {
    if ((await store.deleteSubscription(id)) === 'missing') throw subscriptionNotFound(id);
    return { deleted: true as const };
  },
});

async function checkEndpoint(endpoint: string, context: OperationContext): Promise<void> {
  const problem = await context.endpointProblem(endpoint);
  if (problem) throw invalid('endpoint', problem);
}

function filterOf(
  filter: z.output<typeof newSubscription>['filter'],
  context: OperationContext,
): SubscriptionFilter {
  if (filter.composite_id === undefined) return { domainName: filter.domain_name };
  const { domainName, id } = nodeKeyOf(filter.composite_id, context);
  return { domainName, nodeId: id };
}
