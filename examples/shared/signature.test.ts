import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { isSameSecret, isSigned, sign } from './signature.ts';

it('is the HMAC that every other language makes', async () => {
  const expected = createHmac('sha256', 'secret').update('텍스트').digest('hex');
  expect(await sign('secret', '텍스트')).toBe(expected);
  expect(await isSigned('secret', '텍스트', expected)).toBe(true);
});

it.each(['', 'é', '0'.repeat(64), 'x'.repeat(64), '0'.repeat(66)])(
  'refuses %j',
  async (signature) => {
    expect(await isSigned('secret', 'text', signature)).toBe(false);
  },
);

it('compares secrets', async () => {
  expect(await isSameSecret('Bearer a', 'Bearer a')).toBe(true);
  expect(await isSameSecret('Bearer a', 'Bearer b')).toBe(false);
  expect(await isSameSecret('Bearer a', '')).toBe(false);
});
