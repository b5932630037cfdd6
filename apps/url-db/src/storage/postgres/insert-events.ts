import type { EventInsert } from '../dialect.ts';
import { rows, type Step } from '../step.ts';

export function* insertEvents(events: readonly EventInsert[]): Step<void> {
  yield* rows(
    `INSERT INTO events (type, domain_name, node_id, at, data)
     SELECT type, domain_name, node_id, at, data
     FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
       WITH ORDINALITY AS event (type, domain_name, node_id, at, data, place) ORDER BY place`,
    [
      events.map(({ type }) => type),
      events.map(({ domainName }) => domainName),
      events.map(({ nodeId }) => nodeId),
      events.map(({ at }) => at),
      events.map(({ data }) => data),
    ],
  );
}
