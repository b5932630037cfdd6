import { describe, expect, it } from 'vitest';
import { gramQuery } from './gram-query.ts';
import { gramsOf } from './grams.ts';
import { characterGram } from './marked-grams.ts';

it.each([
  ['기술 rust', '기술 rus rust ust st', '기술rust'],
  ['rust는', 'rus rust ust st t는', 'rust는'],
  ['3월', '3월', '3월'],
  ['a', '', 'a'],
  ['a b a', '', 'ab'],
  ['c++', 'c++ ++', 'c+'],
  ['🙂🙃ok', '🙂🙃 🙃o ok', '🙂🙃ok'],
  ['пример', 'при прим рим име имер мер ер', 'приме'],
  ['café', 'caf af fé', 'café'],
  ['기\u3000술\u00a0x\ny', '', '기술xy'],
  ['𠮷野家', '𠮷野 野家', '𠮷野家'],
  ['', '', ''],
])('cuts %j into grams', (text, grams, characters) => {
  expect(gramsOf(text, true)).toEqual([
    ...grams.split(' ').filter(Boolean),
    ...[...characters].map(characterGram),
  ]);
});

it('leaves those of four away where nobody asks for them', () => {
  expect(gramsOf('rust', false).slice(0, 3)).toEqual(['rus', 'ust', 'st']);
  expect(gramQuery('abcdef', false)?.words[0]?.alternatives).toHaveLength(1);
});

describe('a search', () => {
  const terms = (search: string) =>
    gramQuery(search, true)?.words.map(({ alternatives }) =>
      alternatives.map((one) =>
        one.map(({ gram, prefix }) => (prefix ? `${gram}*` : gram)).join(' '),
      ),
    );

  it.each([
    ['기', [characterGram('기')]],
    ['기술', ['기술']],
    ['프로그램', ['프로 로그 그램']],
    ['a', [characterGram('a')]],
    ['ab', ['ab*']],
    ['ABC', ['abc']],
    ['abcd', ['abc bcd']],
    ['abcdef', ['abcd cdef', 'abc bcde def']],
    ['는abcdef는', ['는a abcd cdef f는']],
    ['abc는', ['abc c는']],
    ['3월', ['3월']],
    ['rust는', ['rus ust t는']],
    ['는rust', ['는r rust']],
    ['2024년도', ['202 024 4년 년도']],
    ['기ab', ['기a ab*']],
    ['🙂', [characterGram('🙂')]],
  ])('for %j asks for grams that each such text has', (search, expected) => {
    expect(terms(search)).toEqual([expected]);
  });

  it('asks for all words once, and for what an escape stands for', () => {
    expect(terms(' 기술  RUST 기술 ')).toEqual([['기술'], ['rus ust']]);
    expect(terms('%EA%B8%B0%EC%88%A0')?.[0]?.at(-1)).toBe('기술');
    expect(terms('100%')).toEqual([['100 00%']]);
    expect(terms(' \u3000 ')).toBeUndefined();
  });

  it('is certain where its grams are its words', () => {
    const certain = (search: string) => gramQuery(search, true)?.certain;
    for (const search of ['기', '기술', 'a', 'ab', 'abc', '3월', '기술 abc'])
      expect([search, certain(search)]).toEqual([search, true]);
    for (const search of ['프로그램', 'abcd', '기술 abcd', '기ab', '%41'])
      expect([search, certain(search)]).toEqual([search, false]);
  });

  it('looks at some grams of a very long word only', () => {
    expect(terms('x'.repeat(500))?.[0]?.[0]?.split(' ')).toHaveLength(16);
  });
});
