import { describe, expect, it } from 'vitest';
import { testEngines } from '../testing/engines.ts';
import { useStores } from '../testing/store-fixture.ts';
import { createAllowances } from './create-allowances.ts';

describe.each(testEngines)('allowances on %s', (_engine, start) => {
  const stores = useStores(start);

  it('are shared by all who take of one window, to the last one', async () => {
    const store = await stores.create();
    const [one, two] = await Promise.all(
      [store, await store.again()].map(({ database }) => createAllowances(database)),
    );
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? one : two)?.take('a', 60_000, 3, 20)),
    );
    expect(taken.reduce((sum = 0, count = 0) => sum + count, 0)).toBe(20);
    expect(taken.toSorted()).toEqual([0, 0, 0, 2, 3, 3, 3, 3, 3, 3]);
  });

  it('are of one name and one window', async () => {
    const { database } = await stores.create();
    const allowances = await createAllowances(database);
    expect(await allowances.take('a', 0, 5, 4)).toBe(4);
    expect(await allowances.take('a', 0, 1, 4)).toBe(0);
    expect(await allowances.take('b', 0, 1, 4)).toBe(1);
    expect(await allowances.take('a', 60_000, 1, 4)).toBe(1);
    await allowances.forget(60_000);
    expect(await database.query('SELECT window_at FROM allowances')).toEqual([
      { window_at: 60_000 },
    ]);
  });
});
