import type { EventInsert } from '../dialect.ts';
import { rows, type Step } from '../step.ts';

export function* insertEvents(events: readonly EventInsert[]): Step<void> {
  for (const { type, domainName, nodeId, at, data } of events)
    yield* rows(
      'INSERT INTO events (type, domain_name, node_id, at, data) VALUES (?, ?, ?, ?, ?)',
      [type, domainName, nodeId, at, data],
    );
}
