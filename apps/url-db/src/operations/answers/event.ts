import type * as z from 'zod';
import { formatNodeKey } from '../../keys/composite-key.ts';
import type { event } from '../../schemas/events.ts';
import type { StoreEvent } from '../../storage/event-types.ts';
import { attributesAnswer } from './attributes.ts';
import { asTimestamp } from './timestamp.ts';

export type EventAnswer = z.output<typeof event>;

/** A change as it is told: by GET /events and in what is delivered. */
export function eventAnswer(one: StoreEvent, toolName: string): EventAnswer {
  return {
    id: one.id,
    type: one.type,
    composite_id: formatNodeKey(toolName, one.domainName, one.nodeId),
    domain_name: one.domainName,
    occurred_at: asTimestamp(one.at),
    data: dataOf(one, toolName),
  };
}

function dataOf(one: StoreEvent, toolName: string): Record<string, unknown> {
  switch (one.type) {
    case 'attribute.changed': {
      const { changed, attributes } = one.data;
      return { changed, attributes: attributesAnswer('', attributes).attributes };
    }
    case 'dependency.changed': {
      const { change, dependencyId, type, cascadeDelete, dependency } = one.data;
      return {
        change,
        dependency_id: dependencyId,
        type,
        cascade_delete: cascadeDelete,
        depends_on: formatNodeKey(toolName, dependency.domainName, dependency.nodeId),
      };
    }
    default: {
      const { url, title, description, createdAt, updatedAt } = one.data;
      return {
        ...('changed' in one.data && { changed: one.data.changed }),
        url,
        title,
        description,
        created_at: asTimestamp(createdAt),
        updated_at: asTimestamp(updatedAt),
      };
    }
  }
}
