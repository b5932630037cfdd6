import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

/** A store that counts in memory, for several instances. */
function memory() {
  const taken = new Map<string, number>();
  const writes: string[] = [];
  return {
    writes,
    async take(name: string, window: number, want: number, limit: number) {
      writes.push(name);
      const key = `${name} ${window}`;
      const before = taken.get(key) ?? 0;
      const granted = Math.max(0, Math.min(want, limit - before));
      taken.set(key, before + granted);
      return granted;
    },
    async forget() {},
  };
}

const passes = (work: Promise<void>) =>
  work.then(
    () => true,
    () => false,
  );

it('lets as many pass as the limit says, over all instances, and again in the next minute', async () => {
  const store = memory();
  let now = 60_000;
  const instances = [1, 2, 3].map(() => createRateLimit(store, 100, () => now));
  const burst = async () => {
    const calls = Array.from({ length: 50 }, () => instances.map((one) => passes(one.take('kim'))));
    return (await Promise.all(calls.flat())).filter(Boolean).length;
  };
  expect(await burst()).toBe(100);
  expect(await burst()).toBe(0);
  now = 120_000;
  expect(await burst()).toBe(100);
});

it('writes once for a share of many requests, and not at all once a caller is over', async () => {
  const store = memory();
  const limit = createRateLimit(store, 100, () => 0);
  for (let count = 0; count < 300; count++) await passes(limit.take('kim'));
  expect(store.writes).toHaveLength(100 / 5 + 1);
});

it('counts callers apart, and none where it is off', async () => {
  const store = memory();
  const limit = createRateLimit(store, 1, () => 30_000);
  expect([await passes(limit.take('kim')), await passes(limit.take('lee'))]).toEqual([true, true]);
  await expect(limit.take('kim')).rejects.toMatchObject({
    status: 429,
    options: { headers: { 'retry-after': '30' } },
  });
  const off = createRateLimit(store, 0);
  for (let count = 0; count < 10; count++) await off.take('kim');
});
