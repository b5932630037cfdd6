import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseSecretKey } from '../keys/secret-key.ts';
import { createSeal } from './seal.ts';

const secret = () => randomBytes(32).toString('base64');
const [one, two] = [secret(), secret()];
const sealOf = (secrets: string, use = 'test') => createSeal(parseSecretKey(secrets), use);
const value = { text: '비밀 482913', list: [1, null, true] };
const context = ['kind', 'id', 7, null];

describe('a seal', () => {
  it('gives back what was sealed, and shows none of it', () => {
    const seal = sealOf(one);
    const sealed = seal.seal(value, context);
    expect(seal.open(sealed, context)).toEqual(value);
    expect(Buffer.from(sealed).toString('utf8')).not.toMatch(/비밀|482913|text/);
  });

  it('seals the same value to other bytes each time', () => {
    const seal = sealOf(one);
    const sealed = Array.from({ length: 100 }, () => seal.seal(value, context));
    const nonces = sealed.map((bytes) => Buffer.from(bytes.subarray(7, 19)).toString('hex'));
    expect(new Set(nonces).size).toBe(100);
    const bodies = sealed.map((bytes) => Buffer.from(bytes.subarray(19)).toString('hex'));
    expect(new Set(bodies).size).toBe(100);
  });

  it('seals with the first key of the list, and opens with each', () => {
    const old = sealOf(one).seal(value, context);
    const both = sealOf(`${two},${one}`);
    expect(both.open(old, context)).toEqual(value);
    expect(both.isCurrent(old)).toBe(false);
    const fresh = both.seal(value, context);
    expect(both.isCurrent(fresh)).toBe(true);
    expect(sealOf(two).open(fresh, context)).toEqual(value);
  });

  it('without its key is worth nothing, and the error names the variable', () => {
    const sealed = sealOf(one).seal(value, context);
    expect(() => sealOf(two).open(sealed, context)).toThrow(
      expect.objectContaining({
        code: 'MISSING_CREDENTIALS',
        field: 'JEONBO_SECRET_KEY',
        message: expect.stringContaining('JEONBO_SECRET_KEY=new,old'),
      }),
    );
  });

  it('opens in its own place only', () => {
    const seal = sealOf(one);
    const sealed = seal.seal(value, context);
    const changed = expect.objectContaining({ code: 'INTERNAL_ERROR' });
    for (const other of [['kind', 'other', 7, null], ['kindid', 7, null], []])
      expect(() => seal.open(sealed, other)).toThrow(changed);
    expect(() => sealOf(one, 'another use').open(sealed, context)).toThrow(changed);
  });

  it('does not open when any byte is another, or some are missing', () => {
    const seal = sealOf(one);
    const sealed = seal.seal(value, context);
    const codes = new Set<unknown>();
    const codeOf = (bytes: Uint8Array) => {
      try {
        return seal.open(bytes, context);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    for (const index of sealed.keys()) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      codes.add(codeOf(changed));
    }
    // The version, the name of the key, and all the rest.
    expect(codes).toEqual(new Set(['NOT_SUPPORTED', 'MISSING_CREDENTIALS', 'INTERNAL_ERROR']));
    for (const length of [0, 1, 34, sealed.length - 1])
      expect(codeOf(sealed.subarray(0, length))).toBe('INTERNAL_ERROR');
  });
});
