import { expect, it } from 'vitest';
import { splitWords } from './split-words.ts';

it.each([
  ['', []],
  ['   ', []],
  ['help', ['help']],
  ['> help   # 도움말', ['help']],
  ['>help', ['help']],
  ['# a comment', []],
  ['create_node a https://b.c/#d "Two words"', ['create_node', 'a', 'https://b.c/#d', 'Two words']],
  ['a \'b "c" d\'', ['a', 'b "c" d']],
  ['a "b \\"c\\" \\\\ d"', ['a', 'b "c" \\ d']],
  ['a "" b', ['a', '', 'b']],
  ["don't 5'10", ["don't", "5'10"]],
  ['a\\ b \\#c', ['a b', '#c']],
  ["'C:\\dir'", ['C:\\dir']],
  ['C:\\dir', ['C:\\dir']],
  ['한국어\t"띄어 쓰기"', ['한국어', '띄어 쓰기']],
])('splits %j', (line, words) => {
  expect(splitWords(line)).toEqual({ words });
});

it.each([
  ['a "b', '"'],
  ["a 'b", "'"],
])('finds the open quote of %j', (line, openQuote) => {
  expect(splitWords(line)).toEqual({ openQuote });
});
