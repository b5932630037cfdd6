import { type Context, isId } from '../context.ts';
import type { Delivery, DeliveryState, DeliveryStore } from '../delivery-types.ts';
import { row, rows, type Step } from '../step.ts';
import { type EventRow, eventColumns, toEvent } from './read-events.ts';

const columns = `x.id AS delivery_id, x.subscription_id, x.state, x.attempts, x.due_at, x.last_status, x.last_error,
  x.updated_at, ${eventColumns}`;

interface DeliveryRow extends EventRow {
  readonly delivery_id: number;
  readonly subscription_id: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly due_at: number;
  readonly last_status: number | null;
  readonly last_error: string | null;
  readonly updated_at: number;
}

/** A lease is a later due time: who claimed it and died lets it fall due again. Those of a paused subscription wait. */
export function* claimDeliveries(
  { dialect, now }: Context,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Step<readonly Delivery[]> {
  yield* dialect.lock('url-db deliveries');
  const at = now();
  const found = yield* rows<DeliveryRow>(
    `SELECT ${columns} FROM deliveries x JOIN events e ON e.id = x.event_id
     WHERE x.state = 'pending' AND x.due_at <= ?
       AND x.subscription_id IN (SELECT id FROM subscriptions WHERE active = 1)
       AND NOT EXISTS (
         SELECT 1 FROM deliveries earlier
         WHERE earlier.state = 'pending' AND earlier.subscription_id = x.subscription_id
           AND earlier.node_id = x.node_id AND earlier.event_id < x.event_id
       )
     ORDER BY x.due_at, x.id LIMIT ?`,
    [at, limit],
  );
  const ids = found.map(({ delivery_id }) => delivery_id);
  if (ids.length > 0)
    yield* rows(
      `UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE ${dialect.among('id', 'number')}`,
      [at + leaseMs, dialect.list(ids)],
    );
  return found.map((delivery) =>
    toDelivery({ ...delivery, attempts: delivery.attempts + 1, due_at: at + leaseMs }),
  );
}

export function* settleDelivery(
  { now }: Context,
  id: number,
  outcome: Parameters<DeliveryStore['settleDelivery']>[1],
): Step<void> {
  const failure = outcome.delivered ? undefined : outcome;
  const retryAt = failure?.retryAt;
  const state = outcome.delivered ? 'delivered' : retryAt === undefined ? 'failed' : 'pending';
  const at = now();
  // One that was delivered stays so, whatever a late second attempt says.
  yield* rows(
    `UPDATE deliveries SET state = ?, due_at = ?, last_status = ?, last_error = ?, updated_at = ?
     WHERE id = ? AND state = 'pending'`,
    [state, retryAt ?? at, outcome.status ?? null, failure?.error ?? null, at, id],
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
  const found = yield* row<{ due_at: number }>(
    `SELECT due_at FROM deliveries WHERE state = 'pending'
       AND subscription_id IN (SELECT id FROM subscriptions WHERE active = 1)
     ORDER BY due_at LIMIT 1`,
  );
  return found?.due_at;
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.delivery_id,
    subscriptionId: row.subscription_id,
    event: toEvent(row),
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    updatedAt: row.updated_at,
  };
}
