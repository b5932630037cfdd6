import type { Context } from '../context.ts';
import type { Subscription } from '../delivery-types.ts';
import type { StoreEvent } from '../event-types.ts';
import { rows, type Step } from '../step.ts';
import { readEvents } from './read-events.ts';
import { listSubscriptions } from './subscriptions.ts';

/** Events that one call looks at for one subscription. */
const chunkSize = 500;

/** Whoever schedules is alone, so no event is scheduled twice and none is passed over. */
export function* scheduleDeliveries({
  dialect,
  now,
}: Context): Step<{ readonly scheduled: number; readonly more: boolean }> {
  yield* dialect.lock('url-db deliveries');
  const at = now();
  let scheduled = 0;
  let more = false;
  for (const subscription of yield* listSubscriptions()) {
    if (!subscription.active) continue;
    const events = yield* readEvents(subscription.cursor, chunkSize);
    const last = events.at(-1);
    if (!last) continue;
    for (const event of events) {
      if (!wants(subscription, event)) continue;
      scheduled += 1;
      yield* rows(
        `INSERT INTO deliveries (subscription_id, event_id, node_id, state, attempts, due_at, updated_at)
         VALUES (?, ?, ?, CASE WHEN EXISTS (
           SELECT 1 FROM deliveries earlier
           WHERE earlier.state = 'pending' AND earlier.subscription_id = ? AND earlier.node_id = ?
         ) THEN 'waiting' ELSE 'pending' END, 0, ?, ?)`,
        [subscription.id, event.id, event.nodeId, subscription.id, event.nodeId, at, at],
      );
    }
    yield* rows('UPDATE subscriptions SET event_cursor = ? WHERE id = ?', [
      last.id,
      subscription.id,
    ]);
    more ||= events.length === chunkSize;
  }
  return { scheduled, more };
}

function wants({ eventTypes, filter }: Subscription, event: StoreEvent): boolean {
  return (
    eventTypes.includes(event.type) &&
    (filter.domainName === undefined || filter.domainName === event.domainName) &&
    (filter.nodeId === undefined || filter.nodeId === event.nodeId)
  );
}
