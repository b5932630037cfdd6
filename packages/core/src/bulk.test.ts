import { expect, it } from 'vitest';
import { sendInChunks } from './bulk.ts';
import { JeonboError } from './error.ts';

const refused = new JeonboError('RECIPIENT_REJECTED', 'no');
const doubtful = new JeonboError('DELIVERY_UNKNOWN', 'who knows', { mayHaveBeenSent: true });

function* numbers(count: number, read: { last: number } = { last: 0 }) {
  for (let number = 0; number < count; number++) {
    read.last = number;
    yield number;
  }
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

it('sends in chunks, in order, and says where each began', async () => {
  const outcomes = await collect(
    sendInChunks(numbers(25), 10, async (chunk) => chunk.length, { concurrency: 3 }),
  );
  expect(
    outcomes.map(({ offset, state, recipients }) => [offset, state, recipients.length]),
  ).toEqual([
    [0, 'accepted', 10],
    [10, 'accepted', 10],
    [20, 'accepted', 5],
  ]);
});

it('reads no more of the input than is under way', async () => {
  const read = { last: 0 };
  const outcomes = sendInChunks(numbers(1_000_000, read), 10, async () => {}, { concurrency: 2 });
  await outcomes.next();
  expect(read.last).toBeLessThan(40);
  await outcomes.return();
});

it('goes on after a refusal, stops after an unknown outcome', async () => {
  const send = async ([first]: readonly number[]) => {
    if (first === 1) throw refused;
    if (first === 3) throw doubtful;
  };
  const stopped = await collect(sendInChunks(numbers(9), 1, send));
  expect(stopped.map(({ state }) => state)).toEqual([
    'accepted',
    'rejected',
    'accepted',
    'unknown',
  ]);
  const all = await collect(sendInChunks(numbers(9), 1, send, { onUnknown: 'continue' }));
  expect(all).toHaveLength(9);
});

it('tells of every request that was under way when one ended unknown', async () => {
  const fourth = Promise.withResolvers<void>();
  const send = async ([first]: readonly number[]) => {
    if (first === 3) fourth.resolve();
    await fourth.promise;
    if (first === 0) throw doubtful;
  };
  const outcomes = await collect(sendInChunks(numbers(100), 1, send, { concurrency: 4 }));
  expect(outcomes.map(({ offset }) => offset)).toEqual([0, 1, 2, 3]);
});

it('takes a fault of unknown kind for a message that may have left', async () => {
  const [outcome] = await collect(
    sendInChunks(numbers(1), 1, async () => {
      throw new TypeError('bug');
    }),
  );
  expect(outcome).toMatchObject({
    state: 'unknown',
    error: { code: 'INTERNAL_ERROR', mayHaveBeenSent: true },
  });
});

it('counts what ends after the caller has left', async () => {
  const seen: unknown[] = [];
  const outcomes = sendInChunks(numbers(6), 2, async () => {}, {
    concurrency: 2,
    onProgress: (progress) => seen.push(progress),
  });
  for await (const _ of outcomes) break;
  expect(seen.at(-1)).toEqual({ accepted: 4, rejected: 0, unknown: 0 });
});

it('starts nothing once canceled', async () => {
  const controller = new AbortController();
  let sends = 0;
  const send = async () => {
    if (++sends === 2) controller.abort();
  };
  await collect(sendInChunks(numbers(9), 1, send, { signal: controller.signal }));
  expect(sends).toBe(2);
});
