import { describe, expect, it } from 'vitest';
import { alertText } from './alert-text.ts';

const alert = { category: 'Groceries', currency: 'CHF', custom_message: '' };

// What Python 3.11 says to the seed's lines: f"{spent:.0f}/{budget:.0f} ({spent / budget * 100:.0f}%)".
it.each([
  [0, 100, '[OK]', '0/100 (0%)'],
  [79.99, 100, '[OK]', '80/100 (80%)'],
  [80, 100, '[!]', '80/100 (80%)'],
  [85, 100, '[!]', '85/100 (85%)'],
  [99.6, 100, '[!]', '100/100 (100%)'],
  [99.99, 100, '[!]', '100/100 (100%)'],
  [100, 100, '[!!]', '100/100 (100%)'],
  [250, 100, '[!!]', '250/100 (250%)'],
  [0, 0, '[OK]', '0/0 (0%)'],
  [50, 0, '[OK]', '50/0 (0%)'],
  [-0, 100, '[OK]', '0/100 (0%)'],
  [0.5, 100, '[OK]', '0/100 (0%)'],
  [1.5, 100, '[OK]', '2/100 (2%)'],
  [2.5, 100, '[OK]', '2/100 (2%)'],
  [3.5, 100, '[OK]', '4/100 (4%)'],
  [12.5, 100, '[OK]', '12/100 (12%)'],
  [1, 200, '[OK]', '1/200 (0%)'],
  [3, 200, '[OK]', '3/200 (2%)'],
  [5, 200, '[OK]', '5/200 (2%)'],
  [0.5, 1.5, '[OK]', '0/2 (33%)'],
  [0.49999999999999994, 1, '[OK]', '0/1 (50%)'],
  // 57.5 / 100 × 100 is a little less than 57.5 in binary.
  [57.5, 100, '[OK]', '58/100 (57%)'],
  [239.92, 299.9, '[!]', '240/300 (80%)'],
  [123456789.5, 987654321.5, '[OK]', '123456790/987654322 (12%)'],
  [1e22, 1e22, '[!!]', '10000000000000000000000/10000000000000000000000 (100%)'],
])('%d of %d is %s %s', (spent, budget, icon, figures) => {
  expect(alertText({ ...alert, spent, budget })).toBe(
    `${icon} SpendWise: Groceries\nCHF ${figures}`,
  );
});

it('is the example of the specification', () => {
  expect(alertText({ ...alert, spent: 85, budget: 100 })).toMatchInlineSnapshot(`
    "[!] SpendWise: Groceries
    CHF 85/100 (85%)"
  `);
});

it('holds another title, another currency and one more line', () => {
  const more = { currency: 'KRW', custom_message: '카페를 줄여 보세요' };
  expect(alertText({ ...alert, ...more, spent: 5, budget: 4 }, '가계부')).toMatchInlineSnapshot(`
    "[!!] 가계부: Groceries
    KRW 5/4 (125%)
    카페를 줄여 보세요"
  `);
});

describe.each([-1, -0.01, Number.NaN, Infinity, -Infinity])('%d', (amount) => {
  it.each(['spent', 'budget'])('is refused as %s', (field) => {
    const input = { ...alert, spent: 1, budget: 1, [field]: amount };
    expect(() => alertText(input)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_ERROR', field }),
    );
  });
});

it('refuses a percentage beyond every number', () => {
  expect(() => alertText({ ...alert, spent: 1e10, budget: 5e-324 })).toThrow(/budget/);
});
