import { events, eventsQuery } from '../schemas/events.ts';
import { eventAnswer } from './answers/event.ts';
import { defineOperation } from './define-operation.ts';

export const listEvents = defineOperation({
  name: 'list_events',
  title: { en: 'What changed', ko: '변경 이벤트' },
  description: {
    en: 'Changes in the order in which they happened, after the id of one that is known. Called again with next_after it misses none.',
    ko: '변경을 일어난 순서대로, 이미 아는 이벤트의 id 다음부터 보여 줍니다. next_after로 다시 부르면 하나도 빠뜨리지 않습니다.',
  },
  input: eventsQuery,
  output: events,
  rest: { method: 'GET', path: '/events', status: 200 },
  errors: [],
  async run({ after, limit }, { store, toolName }) {
    const found = await store.readEvents(after, limit);
    return {
      events: found.map((one) => eventAnswer(one, toolName)),
      next_after: found.at(-1)?.id ?? after,
    };
  },
});
