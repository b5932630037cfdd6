import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gather } from './gather.ts';

function countQuestions(answer: (key: string) => string = (key) => `${key}!`) {
  const asked: (readonly string[])[] = [];
  const get = gather(async (keys: readonly string[]) => {
    asked.push(keys);
    return keys.map(answer);
  });
  return { asked, get };
}

it('asks for all of one turn at once, and gives each its own', async () => {
  const { asked, get } = countQuestions();
  expect(await Promise.all(['a', 'b', 'a'].map(get))).toEqual(['a!', 'b!', 'a!']);
  expect(asked).toEqual([['a', 'b', 'a']]);
});

it('asks anew for what is asked for later, also while an answer is awaited', async () => {
  const { asked, get } = countQuestions();
  const first = get('a');
  await turn();
  const second = get('a');
  expect(await Promise.all([first, second])).toEqual(['a!', 'a!']);
  expect(asked).toEqual([['a'], ['a']]);
});

it('fails for all of one question, and for no other', async () => {
  const { get } = countQuestions((key) => {
    if (key === 'bad') throw new Error('no answer');
    return key;
  });
  const outcomes = await Promise.allSettled(['good', 'bad'].map(get));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await get('good')).toBe('good');
});
