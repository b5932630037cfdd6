import type { StoreEvent, StoreEventType } from '../event-types.ts';
import { row, rows, type Step } from '../step.ts';

export const eventColumns = 'e.id, e.type, e.domain_name, e.node_id, e.at, e.data';

export interface EventRow {
  readonly id: number;
  readonly type: StoreEventType;
  readonly domain_name: string;
  readonly node_id: number;
  readonly at: number;
  readonly data: string;
}

/** Only record.ts writes them, so what was written is what its type says. */
export function toEvent({ id, type, domain_name, node_id, at, data }: EventRow): StoreEvent {
  return {
    id,
    type,
    domainName: domain_name,
    nodeId: node_id,
    at,
    data: JSON.parse(data),
  } as StoreEvent;
}

export function* readEvents(after: number, limit: number): Step<readonly StoreEvent[]> {
  const found = yield* rows<EventRow>(
    `SELECT ${eventColumns} FROM events e WHERE e.id > ? ORDER BY e.id LIMIT ?`,
    [after, limit],
  );
  return found.map(toEvent);
}

export function* lastEventId(): Step<number> {
  const found = yield* row<{ id: number }>('SELECT id FROM events ORDER BY id DESC LIMIT 1');
  return found?.id ?? 0;
}
