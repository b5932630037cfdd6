import { type Context, isId } from '../context.ts';
import type { DeliveryStore, Subscription } from '../delivery-types.ts';
import { row, rows, type Step } from '../step.ts';
import { lastEventId } from './read-events.ts';

const columns =
  'id, endpoint, event_types, filter, secret, active, event_cursor, created_at, updated_at';

interface SubscriptionRow {
  readonly id: number;
  readonly endpoint: string;
  readonly event_types: string;
  readonly filter: string;
  readonly secret: string;
  readonly active: number;
  readonly event_cursor: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export function* createSubscription(
  { dialect, now }: Context,
  input: Parameters<DeliveryStore['createSubscription']>[0],
): Step<Subscription> {
  // What is being recorded at this moment belongs to it or not, but not half of it.
  yield* dialect.lock('url-db events');
  const cursor = yield* lastEventId();
  const at = now();
  const added = yield* row<SubscriptionRow>(
    `INSERT INTO subscriptions (endpoint, event_types, filter, secret, active, event_cursor, created_at, updated_at)
     VALUES (?, ?, ?, ?, 1, ?, ?, ?) RETURNING ${columns}`,
    [
      input.endpoint,
      JSON.stringify(input.eventTypes),
      JSON.stringify(input.filter),
      input.secret,
      cursor,
      at,
      at,
    ],
  );
  if (!added) throw new Error('The database returned no row for a new subscription.');
  return toSubscription(added);
}

export function* listSubscriptions(): Step<readonly Subscription[]> {
  const found = yield* rows<SubscriptionRow>(`SELECT ${columns} FROM subscriptions ORDER BY id`);
  return found.map(toSubscription);
}

export function* getSubscription(id: number, ending = ''): Step<Subscription | undefined> {
  if (!isId(id)) return undefined;
  const found = yield* row<SubscriptionRow>(
    `SELECT ${columns} FROM subscriptions WHERE id = ?${ending}`,
    [id],
  );
  return found && toSubscription(found);
}

export function* updateSubscription(
  { dialect, now }: Context,
  id: number,
  changes: Parameters<DeliveryStore['updateSubscription']>[1],
): Step<Subscription | undefined> {
  const found = yield* getSubscription(id, dialect.forUpdate);
  if (!found) return undefined;
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const updated: Subscription = { ...found, ...Object.fromEntries(given), updatedAt: now() };
  yield* rows(
    `UPDATE subscriptions SET endpoint = ?, event_types = ?, filter = ?, secret = ?, active = ?, updated_at = ?
     WHERE id = ?`,
    [
      updated.endpoint,
      JSON.stringify(updated.eventTypes),
      JSON.stringify(updated.filter),
      updated.secret,
      updated.active ? 1 : 0,
      updated.updatedAt,
      id,
    ],
  );
  return updated;
}

export function* deleteSubscription({ dialect }: Context, id: number): Step<'deleted' | 'missing'> {
  if (!(yield* getSubscription(id, dialect.forUpdate))) return 'missing';
  yield* rows('DELETE FROM deliveries WHERE subscription_id = ?', [id]);
  yield* rows('DELETE FROM subscriptions WHERE id = ?', [id]);
  return 'deleted';
}

function toSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    endpoint: row.endpoint,
    eventTypes: JSON.parse(row.event_types),
    filter: JSON.parse(row.filter),
    secret: row.secret,
    active: row.active === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    cursor: row.event_cursor,
  };
}
