import * as z from 'zod';
import { storeEventTypes } from '../storage/event-types.ts';
import { nodeKey, timestamp } from './common.ts';
import { described } from './described.ts';

export const eventType = z.enum(storeEventTypes);

export const event = z.object({
  id: z.int(),
  type: eventType,
  composite_id: nodeKey,
  domain_name: z.string(),
  occurred_at: timestamp,
  data: described(z.record(z.string(), z.unknown()), {
    en: 'The state right after the change; of node.deleted the one before',
    ko: '변경 직후의 상태. node.deleted는 삭제 직전의 상태',
  }),
});

export const eventsQuery = z.strictObject({
  after: described(z.int().min(0).default(0), {
    en: 'Events with a higher id; 0: from the oldest that is kept',
    ko: '이 id보다 뒤의 이벤트. 0이면 남아 있는 가장 오래된 것부터',
  }),
  limit: z.int().min(1).max(1000).default(100),
});

export const events = z.object({
  events: z.array(event),
  next_after: described(z.int(), {
    en: 'after for the next call',
    ko: '다음 호출에 쓸 after',
  }),
});
