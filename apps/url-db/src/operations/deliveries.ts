import { formatNodeKey } from '../keys/composite-key.ts';
import { deliveries, deliveriesQuery } from '../schemas/subscriptions.ts';
import { asTimestamp } from './answers/timestamp.ts';
import { defineOperation } from './define-operation.ts';
import { subscriptionNotFound } from './subscriptions.ts';

export const listDeliveries = defineOperation({
  name: 'list_deliveries',
  title: { en: 'What was delivered', ko: '전달 내역' },
  description: {
    en: 'What a subscription got or still waits for, newest first, with the last answer of its address.',
    ko: '구독에 전달했거나 전달을 기다리는 이벤트를 최신순으로, 상대 주소의 마지막 응답과 함께 보여 줍니다.',
  },
  input: deliveriesQuery,
  output: deliveries,
  rest: { method: 'GET', path: '/subscriptions/{id}/deliveries', status: 200 },
  errors: ['SUBSCRIPTION_NOT_FOUND'],
  async run({ id, limit, before }, { store, toolName }) {
    if (!(await store.getSubscription(id))) throw subscriptionNotFound(id);
    const found = await store.listDeliveries(id, { limit, before });
    return {
      deliveries: found.map((one) => ({
        id: one.id,
        event_id: one.event.id,
        event_type: one.event.type,
        composite_id: formatNodeKey(toolName, one.event.domainName, one.event.nodeId),
        state: one.state,
        attempts: one.attempts,
        next_attempt_at: one.state === 'pending' ? asTimestamp(one.dueAt) : null,
        last_status: one.lastStatus,
        last_error: one.lastError,
        updated_at: asTimestamp(one.updatedAt),
      })),
    };
  },
});
