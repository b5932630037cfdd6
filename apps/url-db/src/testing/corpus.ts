import type { NewNode } from '../storage/store.ts';
import { createVocabulary } from './corpus-words.ts';
import { createRandom, type Random } from './random.ts';

/** What is searched for in the figures. */
export const questionKinds = [
  'two syllables',
  'one syllable',
  'long korean',
  'long english',
  'rare',
  'none',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Corpus {
  readonly domainNames: readonly string[];
  /** The same node for the same number, whatever was asked before. */
  node(index: number): NewNode;
  /** Many at a time, for createNodes. */
  chunk(from: number, count: number): NewNode[];
  /** A question of a kind; another for each number. */
  question(kind: QuestionKind, index: number): string;
}

const particles = [
  '',
  '',
  '',
  '는',
  '은',
  '이',
  '가',
  '을',
  '를',
  '의',
  '에',
  '에서',
  '으로',
  '와',
];
const hosts = [
  ...['example.com', 'www.example.org', 'blog.example.net', 'news.example.co.kr', '한국.example'],
];

/**
 * Nodes for tests and figures: titles of three to eight words, half of them mostly Korean, a description in every third,
 * a path in Korean in every fourth URL. A few words are in many nodes and many words in a few, as in real texts.
 */
export function createCorpus(options: { readonly domains?: number } = {}): Corpus {
  const { domains = 1000 } = options;
  const vocabulary = createVocabulary();
  const domainNames = Array.from({ length: domains }, (_, index) => `domain-${index + 1}`);

  /** The first words come up most often: about one in a thousand for each of the first ten, one in a million at the end. */
  const common = (random: Random, words: readonly string[]): string => {
    const place = (random.int(1_000_000) / 1_000_000) ** 2.5;
    return words[Math.floor(place * words.length)] ?? '';
  };
  const korean = (random: Random) => common(random, vocabulary.korean) + random.pick(particles);
  const words = (random: Random, count: number, koreanOfTen: number) =>
    Array.from({ length: count }, () =>
      random.int(10) < koreanOfTen ? korean(random) : common(random, vocabulary.english),
    );

  const node = (index: number): NewNode => {
    const random = createRandom(index * 2_654_435_761 + 1);
    const koreanOfTen = random.int(2) === 0 ? 9 : 1;
    const title = words(random, 3 + random.int(6), koreanOfTen).join(' ');
    const slug = words(random, 2, random.int(4) === 0 ? 10 : 0).join('-');
    return {
      domainName: domainNames[random.int(domains)] ?? '',
      url: `https://${random.pick(hosts)}/${common(random, vocabulary.english)}/${encodeURIComponent(slug)}-${index}`,
      title,
      description:
        random.int(3) === 0 ? words(random, 6 + random.int(10), koreanOfTen).join(' ') : null,
    };
  };

  const question = (kind: QuestionKind, index: number): string => {
    const random = createRandom(index * 40_503 + questionKinds.indexOf(kind) + 7);
    const pickWhere = (from: readonly string[], fits: (word: string) => boolean): string => {
      for (;;) {
        const word = common(random, from);
        if (fits(word)) return word;
      }
    };
    switch (kind) {
      case 'two syllables':
        return pickWhere(vocabulary.korean, ({ length }) => length === 2);
      case 'one syllable':
        return common(random, vocabulary.korean).slice(0, 1);
      case 'long korean':
        return pickWhere(vocabulary.korean, ({ length }) => length >= 4);
      case 'long english':
        return pickWhere(vocabulary.english, ({ length }) => length >= 7);
      // From the last tenth.
      case 'rare': {
        const from = random.int(2) === 0 ? vocabulary.korean : vocabulary.english;
        return from[from.length - 1 - random.int(from.length / 10)] ?? '';
      }
      case 'none':
        return `${common(random, vocabulary.korean)}쀍${random.int(1000)}`;
    }
  };

  const chunk = (from: number, count: number) =>
    Array.from({ length: count }, (_, place) => node(from + place));
  return { domainNames, node, chunk, question };
}
