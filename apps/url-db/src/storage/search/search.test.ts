import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../testing/random.ts';
import { testEngines, useUrlStores } from '../../testing/store-fixture.ts';
import { percentDecoded } from '../../urls/percent-decoded.ts';
import type { NewNode, UrlNode, UrlStore } from '../store.ts';

const pieces = [
  ...[
    '기술',
    '기',
    '술',
    '한국어',
    '프로그래밍',
    '리액트는',
    '3월',
    '서버',
    'ㄱ',
    '漢字',
    'かな',
    '𠮷',
  ],
  ...[
    'react',
    'React',
    'rust',
    'a',
    'ab',
    'abc',
    'abcabc',
    'go',
    'C++',
    'JavaScript',
    'É',
    'ß',
    'İ',
  ],
  ...[
    '%',
    '_',
    '"',
    "'",
    '\\',
    '*',
    '(',
    ')',
    '-',
    ':',
    '^',
    'AND',
    'OR',
    'NOT',
    'NEAR',
    '|',
    '&',
    '!',
  ],
  ...['🙂', '👨‍👩‍👧', '❤️', '한', '\u1112\u1161\u11ab', 'é', 'e\u0301', 'ς', 'Σ', '%ED%95%9C'],
];

function text(random: Random, words: number): string {
  return Array.from({ length: 1 + random.int(words) }, () =>
    Array.from({ length: 1 + random.int(3) }, () => random.pick(pieces)).join(''),
  ).join(random.pick([' ', '  ', '\u3000', '\n']));
}

/** Some part of something that is there, or something else. */
function question(random: Random, nodes: readonly NewNode[]): string {
  if (random.int(3) === 0) return text(random, 2);
  const node = random.pick(nodes);
  const from = random.pick([
    node.title,
    node.url,
    node.description ?? '',
    percentDecoded(node.url),
  ]);
  const characters = [...from];
  const start = random.int(characters.length);
  return characters.slice(start, start + 1 + random.int(8)).join('');
}

function simple(value: string): string {
  return value.toLowerCase().normalize('NFC').replaceAll('ς', 'σ');
}

/** What a search means, in the plainest words. */
function naive(nodes: readonly UrlNode[], search: string): UrlNode[] {
  const words = simple(search).split(/\s+/).filter(Boolean);
  return nodes.filter((node) => {
    const texts = [node.title, percentDecoded(node.url), node.description ?? ''].map(simple);
    return words.every((word) => texts.some((one) => one.includes(word) || decodedIn(one, word)));
  });
}

function decodedIn(one: string, word: string): boolean {
  const decoded = simple(percentDecoded(word));
  return decoded !== word && decoded.trim() !== '' && one.includes(decoded);
}

async function fill(store: UrlStore, nodes: readonly NewNode[]): Promise<UrlNode[]> {
  const outcomes = await store.createNodes(nodes);
  return outcomes
    .flatMap((outcome) => (outcome !== 'no_domain' && 'node' in outcome ? [outcome.node] : []))
    .reverse();
}

describe.each(testEngines)('a search on %s', (_engine, start) => {
  const stores = useUrlStores(start);
  const create = async () => {
    const made = await stores.create();
    await made.store.createDomain({ name: 'one', description: null });
    await made.store.createDomain({ name: 'two', description: null });
    return made;
  };
  const titled = (...titles: string[]): NewNode[] =>
    titles.map((title, index) => ({
      domainName: index % 2 === 0 ? 'one' : 'two',
      url: `https://example.com/${index}`,
      title,
      description: null,
    }));

  it.each([1, 2, 3])('finds what a naive scan finds, seed %i', async (seed) => {
    const { store } = await create();
    const random = createRandom(seed);
    const given = Array.from(
      { length: 150 },
      (_, index): NewNode => ({
        domainName: random.pick(['one', 'two']),
        url: `https://example.com/${encodeURIComponent(text(random, 2))}/${text(random, 1)}/${index}`,
        title: text(random, 4),
        description: random.int(2) === 0 ? null : text(random, 6),
      }),
    );
    const all = await fill(store, given);
    let found = 0;
    for (let count = 0; count < 250; count += 1) {
      const search = question(random, given);
      const domainName = random.pick([undefined, 'one', 'two']);
      const inDomain = all.filter((node) => !domainName || node.domainName === domainName);
      const expected = naive(inDomain, search);
      const size = 1 + random.int(30);
      const page = 1 + random.int(3);
      const got = await store.listNodes({ search, domainName, size, page });
      const ids = (nodes: readonly UrlNode[]) => nodes.map(({ id }) => id);
      expect([search, got.totalCount, ids(got.items)]).toEqual([
        search,
        expected.length,
        ids(expected.slice((page - 1) * size, page * size)),
      ]);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(1000);
  });

  it('goes on by cursor to the end, as by page', async () => {
    const { store } = await create();
    const random = createRandom(9);
    const given = titled(...Array.from({ length: 120 }, () => text(random, 4)));
    const all = await fill(store, given);
    for (const search of ['기', '기술', 'react', 'abcabc', 'a', '한국어 기', 'https']) {
      const walked: number[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await store.listNodes({ search, size: 7, ...(cursor && { cursor }) });
        expect(page.totalCount).toBe(naive(all, search).length);
        walked.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(walked).toEqual(naive(all, search).map(({ id }) => id));
    }
  });

  it('takes all characters for what they are', async () => {
    const { store } = await create();
    await fill(store, titled('100% 무료', 'snake_case', 'say "hi"', "it's", '🙂 smile', 'plain'));
    const titles = async (search: string) =>
      (await store.listNodes({ search, size: 10 })).items.map(({ title }) => title);
    expect(await titles('%')).toEqual(['100% 무료']);
    expect(await titles('_')).toEqual(['snake_case']);
    expect(await titles('"')).toEqual(['say "hi"']);
    expect(await titles("'")).toEqual(["it's"]);
    expect(await titles('🙂')).toEqual(['🙂 smile']);
    expect(await titles('료')).toEqual(['100% 무료']);
    expect(await titles('hi" say')).toEqual(['say "hi"']);
    expect(await titles('" OR "')).toEqual([]);
    expect(await titles('plain OR')).toEqual([]);
    expect(await titles('pl*n')).toEqual([]);
  });

  it('with no word in it is a list', async () => {
    const { store } = await create();
    await fill(store, titled('a', 'b'));
    for (const search of ['', '  ', '\u3000'])
      expect(await store.listNodes({ search, size: 5 })).toMatchObject({ totalCount: 2 });
  });

  it('reads a URL as people do', async () => {
    const { store } = await create();
    const url = 'https://ko.wikipedia.org/wiki/%EA%B8%B0%EC%88%A0%20%EC%97%AD%EC%82%AC';
    await fill(store, [{ domainName: 'one', url, title: 'x', description: null }]);
    const count = async (search: string) => (await store.listNodes({ search, size: 5 })).totalCount;
    expect(await count('기술')).toBe(1);
    expect(await count('역사 위키')).toBe(0);
    expect(await count('%EA%B8%B0%EC%88%A0')).toBe(1);
    expect(await count('%ea%b8%b0%ec%88%a0%20')).toBe(1);
    expect(await count('%EC%88%A0%EA%B8%B0')).toBe(0);
    expect(await count('WIKI')).toBe(1);
  });

  it('finds the new text of a node and no longer the old one', async () => {
    const { store } = await create();
    const [node] = await fill(store, titled('before 이전'));
    const id = node?.id ?? 0;
    const count = async (search: string) => (await store.listNodes({ search, size: 5 })).totalCount;
    await store.updateNode('one', id, { title: 'after 이후' });
    expect([await count('before'), await count('이전'), await count('after 이후')]).toEqual([
      0, 0, 1,
    ]);
    await store.updateNode('one', id, { description: '설명' });
    expect([await count('설명'), await count('이후')]).toEqual([1, 1]);
    await store.updateNode('one', id, { description: null });
    expect(await count('설명')).toBe(0);
  });

  it('does not take grams for a word, and counts only what holds it', async () => {
    const { store } = await create();
    // All three-letter pieces of "abcabd" without the word.
    const liars = Array.from({ length: 30 }, (_, index) => `abc bca cab abd ${index}`);
    await fill(store, titled('abcabd', ...liars, 'abcabd again'));
    const first = await store.listNodes({ search: 'abcabd', size: 1 });
    expect(first.items.map(({ title }) => title)).toEqual(['abcabd again']);
    expect(first.totalCount).toBe(2);
    const second = await store.listNodes({
      search: 'abcabd',
      size: 1,
      cursor: first.nextCursor ?? '',
    });
    expect(second.items.map(({ title }) => title)).toEqual(['abcabd']);
    expect(second.nextCursor).toBeNull();
  });

  it('counts exactly up to its cap, and beyond it when asked', async () => {
    const { store } = await create();
    const cap = store.engine === 'sqlite' ? 10_000 : 1000;
    const total = cap + 50;
    for (let from = 0; from < total; from += 1000)
      await store.createNodes(
        Array.from({ length: Math.min(1000, total - from) }, (_, index) => ({
          domainName: 'one',
          url: `https://example.com/${from + index}`,
          title: from + index < cap ? '공통 common' : '공통 common 추가',
          description: null,
        })),
      );
    const list = (search: string, exact = false) => store.listNodes({ search, size: 3, exact });
    for (const search of ['공통', 'common', '공']) {
      expect(await list(search)).toMatchObject({ totalCount: cap, totalIsCapped: true });
      expect(await list(search, true)).toMatchObject({ totalCount: total, totalIsCapped: false });
    }
    expect(await list('추가')).toMatchObject({ totalCount: 50, totalIsCapped: false });
    expect(await list('추가 common')).toMatchObject({ totalCount: 50, totalIsCapped: false });
    const last = await store.listNodes({ search: 'common', size: 20, page: Math.ceil(total / 20) });
    expect(last.items.at(-1)).toMatchObject({ url: 'https://example.com/0' });
    const beyond = await store.listNodes({ search: 'common', size: 20, page: total });
    expect(beyond.items).toEqual([]);
  });
});
