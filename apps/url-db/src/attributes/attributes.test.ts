import { describe, expect, it } from 'vitest';
import { isAttributeName } from './attribute-name.ts';
import { checkValues } from './check-values.ts';
import { decimalKey, isDecimal } from './decimal.ts';
import { inferType } from './infer-type.ts';
import { matchKey } from './match-key.ts';
import { normalize } from './normalize.ts';
import type { AttributeType } from './types.ts';

const png = (bytes: number) => `data:image/png;base64,${Buffer.alloc(bytes, 1).toString('base64')}`;
const megabytes = 1024 * 1024;

describe('a value', () => {
  it.each<[AttributeType, string, object]>([
    ['tag', ' JavaScript ', { value: 'javascript' }],
    ['tag', '프론트엔드', { value: '프론트엔드' }],
    ['tag', '\u1112\u1161\u11ab', { value: '한' }],
    ['tag', 'two words', { value: 'two words' }],
    ['tag', '🙂'.repeat(50), { value: '🙂'.repeat(50) }],
    ['tag', '🙂'.repeat(51), { problem: 'too_long', limit: 50 }],
    ['tag', '  ', { problem: 'empty' }],
    ['tag', 'a,b', { problem: 'separator' }],
    ['tag', 'a;b', { problem: 'separator' }],
    ['tag', 'a|b', { problem: 'separator' }],
    ['tag', 'a\nb', { problem: 'line_break' }],
    ['tag', 'a\u2028b', { problem: 'line_break' }],
    ['ordered_tag', ' First', { value: 'first' }],
    ['number', '4.50', { value: '4.50' }],
    ['number', ' -1e6 ', { value: '-1e6' }],
    ['number', '.5', { value: '.5' }],
    ['number', '5.', { value: '5.' }],
    ['number', '1e309', { problem: 'not_a_number' }],
    ['number', 'NaN', { problem: 'not_a_number' }],
    ['number', 'Infinity', { problem: 'not_a_number' }],
    ['number', '0x10', { problem: 'not_a_number' }],
    ['number', '1,000', { problem: 'not_a_number' }],
    ['number', '.', { problem: 'not_a_number' }],
    ['number', '', { problem: 'empty' }],
    ['number', '1'.repeat(401), { problem: 'not_a_number' }],
    ['string', ' kept as it is ', { value: ' kept as it is ' }],
    ['string', 'a\nb', { problem: 'line_break' }],
    ['string', 'a\u0000b', { problem: 'control_character' }],
    ['string', '\ud800', { problem: 'control_character' }],
    ['string', 'x'.repeat(1001), { problem: 'too_long', limit: 1000 }],
    ['markdown', '# a\n\n- b\tc', { value: '# a\n\n- b\tc' }],
    ['markdown', 'x'.repeat(10_001), { problem: 'too_long', limit: 10_000 }],
    ['image', 'https://example.com/a.png', { value: 'https://example.com/a.png' }],
    ['image', 'javascript:alert(1)', { problem: 'not_an_image' }],
    ['image', 'ftp://example.com/a.png', { problem: 'not_an_image' }],
    ['image', png(3), { value: png(3) }],
    ['image', 'data:image/svg+xml;base64,AAAA', { problem: 'not_an_image' }],
    ['image', 'data:image/png;base64,A', { problem: 'not_an_image' }],
    ['image', 'data:image/png;base64,<svg', { problem: 'not_an_image' }],
    ['image', 'data:text/html;base64,AAAA', { problem: 'not_an_image' }],
    ['image', '', { problem: 'empty' }],
  ])('of %s: %j', (type, given, expected) => {
    expect(normalize(type, given)).toEqual(expected);
  });

  it('of image may have 10 MB', () => {
    expect(normalize('image', png(10 * megabytes))).toHaveProperty('value');
    expect(normalize('image', png(10 * megabytes + 1))).toEqual({
      problem: 'image_too_large',
      limit: 10 * megabytes,
    });
  });
});

describe('values of one attribute', () => {
  const check = (type: AttributeType, ...given: (string | [string, number | null])[]) =>
    checkValues(
      'name',
      type,
      given.map((one, index) =>
        typeof one === 'string'
          ? { index, value: one }
          : { index, value: one[0], orderIndex: one[1] },
      ),
    );
  const problems = (result: ReturnType<typeof check>) =>
    'issues' in result ? result.issues.map(({ index, problem }) => [index, problem]) : [];

  it('are many for a tag, each kept once', () => {
    expect(check('tag', 'b', 'a', 'B ')).toEqual({
      values: [
        { value: 'b', orderIndex: null },
        { value: 'a', orderIndex: null },
      ],
    });
    expect(problems(check('tag', 'b', ['a', 1]))).toEqual([[1, 'order_index_not_allowed']]);
  });

  it('stand in their order for an ordered tag', () => {
    expect(check('ordered_tag', ['b', 7], ['a', 0])).toEqual({
      values: [
        { value: 'a', orderIndex: 0 },
        { value: 'b', orderIndex: 7 },
      ],
    });
    expect(
      problems(check('ordered_tag', ['a', 0], ['b', 0], ['A', 1], 'c', ['d', -1], ['e', 1.5])),
    ).toEqual([
      [1, 'order_index_twice'],
      [2, 'twice'],
      [3, 'order_index_needed'],
      [4, 'order_index_needed'],
      [5, 'order_index_needed'],
    ]);
  });

  it('are one for every other type', () => {
    for (const type of ['number', 'string', 'markdown'] as const)
      expect(problems(check(type, '1', '2', '1'))).toEqual([
        [1, 'one_value'],
        [2, 'one_value'],
      ]);
    expect(problems(check('number', 'one', '1'))).toEqual([[0, 'not_a_number']]);
  });
});

it('a type is inferred from what is set first', () => {
  const infer = (...values: string[]) => inferType(values.map((value) => ({ value })));
  expect(infer('4.5')).toBe('number');
  expect(infer('javascript')).toBe('tag');
  expect(infer('1', '2')).toBe('tag');
  expect(infer('a, b')).toBe('string');
  expect(infer('x'.repeat(51))).toBe('string');
  expect(infer('# a\nb')).toBe('markdown');
  expect(inferType([{ value: 'a', orderIndex: 0 }])).toBe('ordered_tag');
});

it('a name has 1 to 50 characters of any script', () => {
  for (const name of ['category', '분류', 'two words', 'a/b', '🙂'.repeat(50)])
    expect(isAttributeName(name)).toBe(true);
  for (const name of ['', ' a', 'a\n', 'x'.repeat(51), '\ud800'])
    expect(isAttributeName(name)).toBe(false);
});

it('numbers are in order by their keys, however they are written', () => {
  const inOrder = [
    ...['-1e308', '-100', '-12.5', '-12.34', '-12.3', '-1', '-0.5', '-0.05', '-1e-400', '0'],
    ...[
      '1e-400',
      '0.05',
      '0.5',
      '0.51',
      '1',
      '9',
      '10',
      '12.3',
      '12.34',
      '100',
      '9007199254740992',
    ],
    ...['9007199254740993', '1e308'],
  ];
  expect(inOrder.every(isDecimal)).toBe(true);
  const keys = inOrder.map(decimalKey);
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
  const same = [
    ['4.5', '4.50', '04.5', '+4.5', '45e-1', '.45e1', '0.0045e3'],
    ['0', '-0', '0.000', '0e9', '+0'],
    ['100', '1e2', '0.01e4', '100.'],
    ['-0.5', '-.5', '-5e-1'],
  ];
  for (const spellings of same) expect(new Set(spellings.map(decimalKey)).size).toBe(1);
});

it('a match key is the beginning of a text, in whole characters', () => {
  expect(matchKey('string', 'short')).toBe('short');
  expect(matchKey('string', `${'x'.repeat(63)}🙂🙂`)).toBe(`${'x'.repeat(63)}🙂`);
  expect(matchKey('tag', '🙂'.repeat(70))).toBe('🙂'.repeat(64));
});
