import { expect, it } from 'vitest';
import type { Message } from '../model/messages.ts';
import { createHistory } from './history.ts';

const roles = (messages: readonly Message[]) => messages.map(({ role }) => role);

function turn(history: ReturnType<typeof createHistory>, content: string, calls = 1): void {
  history.add({ role: 'user', content });
  for (let call = 0; call < calls; call += 1) {
    const one = {
      id: `${content}-${call}`,
      type: 'function',
      function: { name: 'a', arguments: '{}' },
    };
    history.add({ role: 'assistant', content: '', tool_calls: [{ ...one, type: 'function' }] });
    history.add({ role: 'tool', tool_call_id: one.id, content: '{}' });
  }
  history.add({ role: 'assistant', content: `${content}!` });
}

it('forgets whole questions, the oldest first', () => {
  const history = createHistory('지시');
  for (let number = 0; number < 100; number += 1) turn(history, String(number));
  const messages = history.messages();
  expect(messages.length).toBeLessThanOrEqual(61);
  expect(messages.length).toBeGreaterThan(50);
  expect(roles(messages).slice(0, 2)).toEqual(['system', 'user']);
  expect(messages.at(-1)).toEqual({ role: 'assistant', content: '99!' });
  expect(roles(messages).filter((role) => role === 'system')).toHaveLength(1);
});

it('forgets sooner where they are long', () => {
  const history = createHistory('지시');
  for (const letter of 'abcd') turn(history, letter.repeat(20_000));
  expect(roles(history.messages())).toEqual(['system', 'user', 'assistant', 'tool', 'assistant']);
});

it('keeps the question of now whole', () => {
  const history = createHistory('지시');
  turn(history, 'before');
  turn(history, 'now', 50);
  expect(history.messages()[1]).toEqual({ role: 'user', content: 'now' });
  expect(history.messages()).toHaveLength(1 + 1 + 100 + 1);
});
