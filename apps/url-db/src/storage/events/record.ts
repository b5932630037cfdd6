import type { Context } from '../context.ts';
import type { StoreEvent } from '../event-types.ts';
import type { Step } from '../step.ts';
import type { UrlNode } from '../store.ts';

type WithoutId<Event> = Event extends StoreEvent ? Omit<Event, 'id' | 'at'> : never;
export type NewEvent = WithoutId<StoreEvent>;

/**
 * Writes down what a transaction changed: its last step, because from here to its commit nobody else records. So the ids
 * of events are in the order of the commits, and who reads on from one misses nothing.
 */
export function* record({ dialect, now }: Context, events: readonly NewEvent[]): Step<void> {
  if (events.length === 0) return;
  const at = now();
  yield* dialect.lock('url-db events');
  yield* dialect.insertEvents(
    events.map(({ type, domainName, nodeId, data }) => ({
      type,
      domainName,
      nodeId,
      at,
      data: JSON.stringify(data),
    })),
  );
}

/** What an event says of a node. */
export function factsOf({ url, title, description, createdAt, updatedAt }: UrlNode) {
  return { url, title, description, createdAt, updatedAt };
}
