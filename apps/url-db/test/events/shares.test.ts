import { expect, test } from 'vitest';
import { createShares } from '../../src/events/create-shares.ts';

test('each has its share, and one attempt while it takes nothing', () => {
  const shares = createShares(3);
  expect(shares.room(1)).toBe(3);
  shares.began(1);
  shares.began(1);
  expect(shares.room(1)).toBe(1);
  expect(shares.room(2)).toBe(3);
  shares.ended(1, false);
  expect(shares.room(1)).toBe(0);
  shares.ended(1, false);
  expect(shares.room(1)).toBe(1);
  shares.began(1);
  expect(shares.room(1)).toBe(0);
  shares.ended(1, true);
  expect(shares.room(1)).toBe(3);
});
