import { createRandom } from './random.ts';

// Syllables and parts that are common in each language, and words that are well known. The rest is made of them.
const syllables =
  '가각간감강개거건검결경계고공과관광교구국군권규그금기김나남내년노농다단달담대덕도독동두등디라람래력로록료루류르름리림마만말매면명모목무문물미민바박반발방배백번법베변별병보복본부북분비사산상새색생서석선설성세소속수숙순술스습승시식신실심아안양어언업에여역연영예오온왕외요용우운원월위유음의이인일임입자작장재저적전정제조종주준중즈지직진차창채천철청체초총추축출충치카코크타탁터테토통투트특파판평포표품프하학한합항해행향현형호화환활회효후훈흥히';
const english =
  'ing the ter con ment ation pro com per in re de ex over under man der ver tor ser ler ring ting able ness less ful ist ism ity al er or an en on un st th ch sh tr pl gr br cr';

const wellKnown = [
  ...[
    '기술',
    '개발',
    '서버',
    '블로그',
    '뉴스',
    '요리',
    '여행',
    '사진',
    '음악',
    '영화',
    '데이터',
    '인공지능',
  ],
  ...[
    '프로그래밍',
    '자바스크립트',
    '데이터베이스',
    '쿠버네티스',
    '마이크로서비스',
    '리액트',
    '타입스크립트',
  ],
];
const wellKnownEnglish = [
  ...['react', 'javascript', 'typescript', 'kubernetes', 'database', 'tutorial', 'guide', 'server'],
  ...['design', 'performance', 'security', 'architecture', 'machine', 'learning', 'postgresql'],
];

const size = 20_000;

/** Words by how often they are used, the most common first. */
export interface Vocabulary {
  readonly korean: readonly string[];
  readonly english: readonly string[];
}

export function createVocabulary(): Vocabulary {
  const random = createRandom(20_261_120);
  const all = [...syllables];
  const parts = english.split(' ');
  const fill = (words: Set<string>, make: () => string): readonly string[] => {
    while (words.size < size) words.add(make());
    return [...words];
  };
  const join = (from: readonly string[], length: number) =>
    Array.from({ length }, () => random.pick(from)).join('');
  return {
    // Six of ten words have two syllables, three have three, one has four.
    korean: fill(new Set(wellKnown), () => join(all, random.pick([2, 2, 2, 2, 2, 2, 3, 3, 3, 4]))),
    english: fill(new Set(wellKnownEnglish), () => join(parts, random.pick([2, 2, 2, 3]))),
  };
}
