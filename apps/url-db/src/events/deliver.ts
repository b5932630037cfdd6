import { createHash } from 'node:crypto';
import { eventAnswer } from '../operations/answers/event.ts';
import type { Delivery, Subscription } from '../storage/delivery-types.ts';
import type { UrlStore } from '../storage/store.ts';
import { version } from '../version.ts';
import { type PostResult, post } from './post.ts';
import type { NetworkRules } from './resolve-endpoint.ts';
import { retryAt } from './retry-at.ts';
import { sign } from './sign.ts';

export interface DeliverOptions extends NetworkRules {
  readonly store: UrlStore;
  readonly toolName: string;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly pauses?: readonly number[] | undefined;
}

export type DeliverResult = 'delivered' | 'retried' | 'given_up' | 'unsubscribed';

/** One attempt to deliver one event, and what came of it written down. */
export async function deliver(delivery: Delivery, options: DeliverOptions): Promise<DeliverResult> {
  const { store, now } = options;
  const subscription = await store.getSubscription(delivery.subscriptionId);
  // Its deliveries went with it.
  if (!subscription) return 'unsubscribed';
  const result = await attempt(delivery, subscription, options);
  if ('status' in result && result.status >= 200 && result.status < 300) {
    await store.settleDelivery(delivery.id, { delivered: true, status: result.status });
    return 'delivered';
  }
  // Gone is how a receiver unsubscribes. Made active again, it goes on with this one.
  const gone = 'status' in result && result.status === 410;
  if (gone) await store.updateSubscription(subscription.id, { active: false });
  const again = gone
    ? now()
    : retryAt(delivery.attempts, {
        now: now(),
        pauses: options.pauses,
        wish: 'status' in result ? result.retryAfter : undefined,
      });
  await store.settleDelivery(delivery.id, {
    delivered: false,
    error: errorOf(result),
    ...('status' in result && { status: result.status }),
    ...(again !== undefined && { retryAt: again }),
  });
  return again === undefined ? 'given_up' : 'retried';
}

function attempt(
  { event }: Delivery,
  subscription: Subscription,
  { toolName, now, ...options }: DeliverOptions,
): Promise<PostResult> {
  const body = JSON.stringify(eventAnswer(event, toolName));
  const timestamp = Math.floor(now() / 1000);
  const id = messageId(subscription, event.id);
  return post(subscription.endpoint, {
    ...options,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': `url-db/${version()}`,
      ...sign({ id, timestamp, body }, subscription.secret),
    },
  });
}

/** The same at each attempt, and another for each subscription of each url-db that posts to one receiver. */
function messageId({ id, createdAt }: Subscription, eventId: number): string {
  const hash = createHash('sha256').update(`${createdAt}.${id}.${eventId}`).digest('base64url');
  return `msg_${hash.slice(0, 27)}`;
}

function errorOf(result: PostResult): string {
  return 'error' in result ? result.error : `answered_${result.status}`;
}
