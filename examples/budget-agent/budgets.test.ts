import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { latestMonth, overThreshold } from './budgets.ts';
import { readData } from './read-data.ts';

const budget = { category: 'Groceries', limit: 100, currency: 'CHF', alertAt: 80 };
const spend = (...amounts: number[]) =>
  amounts.map((amount) => ({ date: '2026-11-05', category: 'Groceries', amount }));

describe('an alert', () => {
  it.each([
    [[79.99], []],
    [[80], ['2026-11 Groceries threshold']],
    [[99.99], ['2026-11 Groceries threshold']],
    [[100], ['2026-11 Groceries limit']],
    [[110, -30.5], []],
    // 0.1 + 0.7 = 0.7999999999999999 in binary.
    [[79.2, 0.1, 0.7], ['2026-11 Groceries threshold']],
    [[-5], []],
  ])('after %j: %j', (amounts, keys) => {
    const alerts = overThreshold([budget], spend(...amounts), '2026-11');
    expect(alerts.map(({ key }) => key)).toEqual(keys);
  });

  it('is due for no budget of 0, no other category and no other month', () => {
    expect(overThreshold([{ ...budget, limit: 0 }], spend(50), '2026-11')).toEqual([]);
    expect(overThreshold([{ ...budget, category: 'Rent' }], spend(500), '2026-11')).toEqual([]);
    expect(overThreshold([budget], spend(500), '2026-1')).toEqual([]);
  });
});

describe('the data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-budgets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));

  it('of the example has two budgets over their threshold', () => {
    const { budgets, transactions } = readData(`${import.meta.dirname}/data`);
    const month = latestMonth(transactions);
    expect(overThreshold(budgets, transactions, month)).toEqual([
      expect.objectContaining({ key: '2026-11 Groceries threshold', spent: 510, budget: 600 }),
      expect.objectContaining({ key: '2026-11 Eating out limit', spent: 273, budget: 250 }),
    ]);
  });

  it.each([
    [[{ ...budget, limit: '100' }], /budgets\.json: entry 1/],
    [[budget, { ...budget, limit: -1 }], /budgets\.json: entry 2/],
    [[budget, null], /entry 2/],
    [{}, /is not a list/],
  ])('is refused where it is wrong: %j', (budgets, words) => {
    write('budgets', budgets);
    write('transactions', []);
    expect(() => readData(folder)).toThrow(words);
  });

  it('holds amounts only', () => {
    write('budgets', [budget]);
    write('transactions', [{ date: '2026-11-05', category: 'Groceries', amount: '5' }]);
    expect(() => readData(folder)).toThrow(/transactions\.json: entry 1/);
  });
});
