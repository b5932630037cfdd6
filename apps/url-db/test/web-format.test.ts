import { describe, expect, test } from 'vitest';
import { inputsOf, splitTags } from '../web/src/format/attribute-inputs.ts';
import { excerpt, pieces } from '../web/src/format/highlight.ts';
import { searchWords } from '../web/src/format/search-words.ts';
import { ago } from '../web/src/format/time.ts';
import { asUrl, linkTo, partsOf, pictureFrom } from '../web/src/format/url.ts';

describe('an address as people read it', () => {
  test.each([
    ['https://www.example.com/', 'example.com', ''],
    ['https://example.com/%ED%95%9C%EA%B8%80?q=%ea%b0%80#b', 'example.com', '/한글?q=가#b'],
    ['http://한글.kr:8080/a', '한글.kr:8080', '/a'],
    ['https://bank.test@evil.test/x', 'evil.test', '/x'],
    ['https://example.com/100%', 'example.com', '/100%'],
    ['https://example.com/a%E2%80%AEgpj.exe', 'example.com', '/agpj.exe'],
    ['mailto:someone@example.com', 'mailto:someone@example.com', ''],
  ])('%s', (url, host, path) => {
    expect(partsOf(url)).toEqual({ host, path });
  });
});

test('a link leads to http and https alone, by what the browser makes of the address', () => {
  expect(linkTo('https://example.com')).toBe('https://example.com/');
  expect(linkTo('HTTP://EXAMPLE.com/a')).toBe('http://example.com/a');
  for (const url of ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '/a', ''])
    expect(linkTo(url)).toBeUndefined();
});

test('a picture comes by https or is a file of a known kind', () => {
  expect(pictureFrom('https://example.com/a.png')).toBe('https://example.com/a.png');
  expect(pictureFrom('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA');
  for (const value of [
    'http://example.com/a.png',
    'data:image/svg+xml;base64,AAAA',
    'data:image/png,<svg/>',
    'data:text/html;base64,AAAA',
    'javascript:alert(1)',
  ])
    expect(pictureFrom(value)).toBeUndefined();
});

test('an address as a whole, and nothing around it', () => {
  expect(asUrl(' https://example.com/a\n')).toBe('https://example.com/a');
  for (const text of ['see https://example.com', 'https://a b', 'example.com', 'https://', '기술'])
    expect(asUrl(text)).toBeUndefined();
});

test('what is searched for while a syllable is written', () => {
  expect(searchWords('기ㅅ', true)).toBe('기');
  expect(searchWords('ㄱ', true)).toBe('');
  expect(searchWords('ㅋㅋ', false)).toBe('ㅋㅋ');
  expect(searchWords('  두   낱말 ', false)).toBe('두 낱말');
  expect(searchWords('기술'.normalize('NFD'), false)).toBe('기술');
});

test('what is marked: every word, in any case, signs as they stand, the longer one first', () => {
  const marked = (text: string, words: string) =>
    pieces(text, words)
      .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
      .join('');
  expect(marked('React와 react', 'REACT')).toBe('[React]와 [react]');
  expect(marked('기술과 기', '기 기술')).toBe('[기술]과 [기]');
  expect(marked('100% (a+b)', '% a+b')).toBe('100[%] ([a+b])');
  expect(marked('그대로', '')).toBe('그대로');
  expect(marked('기술'.normalize('NFD'), '기술')).toBe('[기술]');
});

test('a description is quoted only where nothing else of the row has the word', () => {
  const long = '처음부터 끝까지 아주 긴 설명의 한가운데에 두부가 있고 그 뒤로도 이어진다';
  expect(excerpt(long, '두부', ['찌개'])).toBe(
    '…아주 긴 설명의 한가운데에 두부가 있고 그 뒤로도 이어진다',
  );
  expect(excerpt(long, '두부', ['두부 찌개'])).toBeUndefined();
  expect(excerpt(null, '두부', [])).toBeUndefined();
});

describe('how long ago', () => {
  const now = new Date(2026, 5, 15, 12, 0, 0).getTime();
  const at = (...parts: [number, number, number, number, number]) =>
    new Date(...parts).toISOString();
  test.each([
    [at(2026, 5, 15, 11, 59), '1분 전', '1 min. ago'],
    [at(2026, 5, 15, 12, 5), '방금', 'just now'],
    [at(2026, 5, 15, 9, 30), '2시간 전', '2 hr. ago'],
    // An hour before midnight is yesterday, though it is only thirteen hours ago.
    [at(2026, 5, 14, 23, 0), '어제', 'yesterday'],
    [at(2026, 5, 10, 12, 0), '5일 전', '5 days ago'],
    [at(2026, 5, 1, 12, 0), '6월 1일', 'Jun 1'],
    [at(2024, 11, 31, 12, 0), '2024년 12월 31일', 'Dec 31, 2024'],
  ])('%s', (moment, ko, en) => {
    expect(ago('ko', moment, now)).toBe(ko);
    expect(ago('en', moment, now)).toBe(en);
  });
});

test('ordered tags keep the numbers of their places, more of them count on', () => {
  expect(inputsOf('n', 'ordered_tag', ['b', 'a', 'c', 'd'], [5, 0])).toEqual([
    { name: 'n', value: 'b', order_index: 0 },
    { name: 'n', value: 'a', order_index: 5 },
    { name: 'n', value: 'c', order_index: 6 },
    { name: 'n', value: 'd', order_index: 7 },
  ]);
  expect(inputsOf('n', 'tag', ['b'])).toEqual([{ name: 'n', value: 'b' }]);
  expect(splitTags('하나, Two;three|\n 넷 ,')).toEqual(['하나', 'two', 'three', '넷']);
});
