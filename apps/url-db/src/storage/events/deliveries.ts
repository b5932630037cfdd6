import { type Context, isId } from '../context.ts';
import type { Delivery, DeliveryState, DeliveryStore } from '../delivery-types.ts';
import { row, rows, type Step } from '../step.ts';
import { type EventRow, eventColumns, toEvent } from './read-events.ts';

const columns = `x.id AS delivery_id, x.subscription_id, x.state, x.attempts, x.due_at, x.last_status, x.last_error,
  x.updated_at, ${eventColumns}`;

interface DeliveryRow extends EventRow {
  readonly delivery_id: number;
  readonly subscription_id: number;
  /** `waiting` is kept of a pending one that is not the first of its node, so that it is never looked through. */
  readonly state: DeliveryState | 'waiting';
  readonly attempts: number;
  readonly due_at: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly updated_at: number;
}

/** A lease is a later due time: who claimed it and died lets it fall due again. Those of a paused subscription wait. */
export function* claimDeliveries(
  { dialect, now }: Context,
  { limit, leaseMs, room = () => limit }: Parameters<DeliveryStore['claimDeliveries']>[0],
): Step<readonly Delivery[]> {
  yield* dialect.lock('url-db deliveries');
  const at = now();
  const waiting = (yield* waitingSubscriptions())
    .filter(({ due_at }) => due_at <= at)
    .map(({ id }) => ({ id, room: room(id) }))
    // Sorted stays in the order of due times among those of equal room.
    .sort((one, other) => other.room - one.room);
  const claimed: DeliveryRow[] = [];
  for (const subscription of waiting) {
    const most = Math.min(subscription.room, limit - claimed.length);
    if (most > 0) claimed.push(...(yield* dueOf(subscription.id, at, most)));
  }
  const ids = claimed.map(({ delivery_id }) => delivery_id);
  if (ids.length > 0)
    yield* rows(
      `UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE ${dialect.among('id', 'number')}`,
      [at + leaseMs, dialect.list(ids)],
    );
  return claimed.map((delivery) =>
    toDelivery({ ...delivery, attempts: delivery.attempts + 1, due_at: at + leaseMs }),
  );
}

/** Those that are active, with the time when the first of their deliveries is due, by that time. */
function waitingSubscriptions(): Step<readonly { readonly id: number; readonly due_at: number }[]> {
  return rows(
    `SELECT id, due_at FROM (
       SELECT s.id, (
         SELECT MIN(x.due_at) FROM deliveries x WHERE x.state = 'pending' AND x.subscription_id = s.id
       ) AS due_at FROM subscriptions s WHERE s.active = 1
     ) waiting WHERE due_at IS NOT NULL ORDER BY due_at, id`,
  );
}

function dueOf(subscriptionId: number, at: number, most: number): Step<readonly DeliveryRow[]> {
  return rows<DeliveryRow>(
    `SELECT ${columns} FROM deliveries x JOIN events e ON e.id = x.event_id
     WHERE x.state = 'pending' AND x.subscription_id = ? AND x.due_at <= ?
     ORDER BY x.due_at, x.id LIMIT ?`,
    [subscriptionId, at, most],
  );
}

/** At the end of one, the next of its node has its turn. Whoever schedules meanwhile would not see that it ended. */
export function* settleDelivery(
  { dialect, now }: Context,
  id: number,
  outcome: Parameters<DeliveryStore['settleDelivery']>[1],
): Step<void> {
  const failure = outcome.delivered ? undefined : outcome;
  const retryAt = failure?.retryAt;
  const state = outcome.delivered ? 'delivered' : retryAt === undefined ? 'failed' : 'pending';
  const at = now();
  yield* dialect.lock('url-db deliveries');
  // One that was delivered stays so, whatever a late second attempt says.
  const settled = yield* row<{ subscription_id: number; node_id: number }>(
    `UPDATE deliveries SET state = ?, due_at = ?, last_status = ?, last_error = ?, updated_at = ?
     WHERE id = ? AND state = 'pending' RETURNING subscription_id, node_id`,
    [state, retryAt ?? at, outcome.status ?? null, failure?.error ?? null, at, id],
  );
  if (!settled || state === 'pending') return;
  yield* rows(
    `UPDATE deliveries SET state = 'pending', due_at = ? WHERE id = (
       SELECT id FROM deliveries WHERE state = 'waiting' AND subscription_id = ? AND node_id = ?
       ORDER BY event_id LIMIT 1
     )`,
    [at, settled.subscription_id, settled.node_id],
  );
}

export function* listDeliveries(
  subscriptionId: number,
  { limit, before = Number.MAX_SAFE_INTEGER }: Parameters<DeliveryStore['listDeliveries']>[1],
): Step<readonly Delivery[]> {
  if (!isId(subscriptionId)) return [];
  const found = yield* rows<DeliveryRow>(
    `SELECT ${columns} FROM deliveries x JOIN events e ON e.id = x.event_id
     WHERE x.subscription_id = ? AND x.id < ? ORDER BY x.id DESC LIMIT ?`,
    [subscriptionId, before, limit],
  );
  return found.map(toDelivery);
}

export function* nextDeliveryAt(): Step<number | undefined> {
  const [first] = yield* waitingSubscriptions();
  return first?.due_at;
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.delivery_id,
    subscriptionId: row.subscription_id,
    event: toEvent(row),
    state: row.state === 'waiting' ? 'pending' : row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    updatedAt: row.updated_at,
  };
}
