import { createRandom } from './random.ts';

// Syllables and parts that are common in each language, and words that are well known. The rest is made of them.
const syllables =
  '가각간감강개거건검결경계고공과관광교구국군권규그금기김나남내년노농다단달담대덕도독동두등디라람래력로록료루류르름리림마만말매면명모목무문물미민바박반발방배백번법베변별병보복본부북분비사산상새색생서석선설성세소속수숙순술스습승시식신실심아안양어언업에여역연영예오온왕외요용우운원월위유음의이인일임입자작장재저적전정제조종주준중즈지직진차창채천철청체초총추축출충치카코크타탁터테토통투트특파판평포표품프하학한합항해행향현형호화환활회효후훈흥히';
// Common ones stand more than once.
const onsets =
  'b c d f g h l m n p r s t w v c d m p r s t l n b br cl cr dr fl fr gr pl pr sl sp st str tr th sh ch wh qu k j y z sc sk sm sn sw'.split(
    ' ',
  );
const nuclei = 'a e i o u a e i o e a ea ee oo ou ai ie oa ue io'.split(' ');
const codas =
  ' _ _ _ _ n r l s t d m n r t c p g nd nt st ck ng ss ll rt ct x sh rk mp nk b f k z v'
    .trim()
    .split(' ')
    .map((coda) => coda.replace('_', ''));
const endings = [
  '',
  '',
  '',
  '',
  '',
  'ing',
  'er',
  'ed',
  'tion',
  'ly',
  'ment',
  'ness',
  's',
  'able',
  'ist',
];

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
  const fill = (words: Set<string>, make: () => string): readonly string[] => {
    while (words.size < size) words.add(make());
    return [...words];
  };
  const koreanWord = (length: number) => Array.from({ length }, () => random.pick(all)).join('');
  const syllable = () => random.pick(onsets) + random.pick(nuclei) + random.pick(codas);
  const englishWord = (length: number) =>
    Array.from({ length }, syllable).join('') + random.pick(endings);
  return {
    // Six of ten words have two syllables, three have three, one has four.
    korean: fill(new Set(wellKnown), () => koreanWord(random.pick([2, 2, 2, 2, 2, 2, 3, 3, 3, 4]))),
    english: fill(new Set(wellKnownEnglish), () => englishWord(random.pick([1, 1, 2, 2, 2, 3]))),
  };
}
