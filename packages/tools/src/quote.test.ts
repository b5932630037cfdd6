import { expect, it } from 'vitest';
import { quote, quoteDeep } from './quote.ts';

it('keeps foreign words short, on one line, without numbers or secrets', () => {
  expect(quote('a\n\tb\u202e c')).toBe('a b c');
  expect(quote('x'.repeat(1000))).toHaveLength(300);
  expect(quote('call 010-1234-5678')).toBe('call 010-****-5678');
  expect(quote('key K3Y!, again K3Y!', ['K3Y!', ''])).toBe('key ***, again ***');
  expect(quote('key-012-****-6789', ['key-0123456789'])).toBe('***');
});

it('goes into lists and objects, not for ever', () => {
  expect(quoteDeep({ a: ['010-1234-5678', 1, null], b: { c: { d: { e: 'deep' } } } }, [])).toEqual({
    a: ['010-****-5678', 1, null],
    b: { c: { d: '…' } },
  });
  expect(quoteDeep(Array(100).fill('x'), [])).toHaveLength(20);
});
