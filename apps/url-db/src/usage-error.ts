import type { Language } from './types.ts';
import { fillWords, type Words } from './words.ts';

const problems = {
  unknownCommand: {
    en: 'There is no command "{word}". There are: {known}.',
    ko: '"{word}" 명령은 없습니다. 쓸 수 있는 것: {known}',
  },
  unknownOption: {
    en: 'There is no option {word}. There are: {known}.',
    ko: '{word} 옵션은 없습니다. 쓸 수 있는 것: {known}',
  },
  unknownSetting: {
    en: 'There is no setting {word}. There are: {known}.',
    ko: '{word} 설정은 없습니다. 쓸 수 있는 것: {known}',
  },
  givenTwice: {
    en: '{word} is given more than once.',
    ko: '{word}을(를) 두 번 이상 지정했습니다.',
  },
  valueNotTaken: { en: '{word} takes no value.', ko: '{word}에는 값을 줄 수 없습니다.' },
  valueMissing: { en: '{word} needs a value.', ko: '{word}에는 값이 필요합니다.' },
  wrongMode: {
    en: '"{word}" is no mode. There are: stdio, sse, http.',
    ko: '"{word}" 모드는 없습니다. 쓸 수 있는 것: stdio, sse, http',
  },
  wrongFormat: {
    en: '"{word}" is no format. There are: {known}.',
    ko: '"{word}" 형식은 없습니다. 쓸 수 있는 것: {known}',
  },
  wrongDomain: {
    en: '"{word}" is no name of a domain: 1 to 50 letters a–z, digits, and hyphens inside.',
    ko: '"{word}"은(는) 도메인 이름이 아닙니다. 영문자, 숫자, 하이픈(중간에만) 1~50자입니다.',
  },
  outOfPlace: {
    en: '{word} does not go with {command}.',
    ko: '{word}은(는) {command}과(와) 함께 쓸 수 없습니다.',
  },
  wordMissing: { en: 'Say which file: {usage}', ko: '파일을 지정하세요: {usage}' },
  targetMissing: { en: 'Say where to: {usage}', ko: '옮길 곳을 지정하세요: {usage}' },
  wordTooMany: {
    en: '"{word}" is one word too many.',
    ko: '"{word}"은(는) 필요 없는 인자입니다.',
  },
} as const satisfies Record<string, Words>;

const suggestionWords: Words = {
  en: 'Did you mean {suggestion}?',
  ko: '혹시 {suggestion}을(를) 찾으셨나요?',
};
const help: Words = {
  en: 'url-db --help shows how to use it.',
  ko: '사용법은 url-db --help로 볼 수 있습니다.',
};

export type UsageProblem = keyof typeof problems;

/** Survives several bundles of one app, where `instanceof` does not. */
const brand = Symbol.for('jeonbo.url-db-usage-error');

/** The command line is wrong. Its words wait for the language. */
export class UsageError extends Error {
  readonly #sentences: readonly Words[];

  static is(value: unknown): value is UsageError {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** @param suggestion the word that was probably meant */
  constructor(
    problem: UsageProblem,
    values: Readonly<Record<string, string>> = {},
    suggestion?: string,
  ) {
    super(problem);
    Object.defineProperty(this, brand, { value: true });
    this.#sentences = [
      fillWords(problems[problem], values),
      ...(suggestion === undefined ? [] : [fillWords(suggestionWords, { suggestion })]),
      help,
    ];
  }

  in(language: Language): string {
    return this.#sentences.map((sentence) => sentence[language]).join('\n');
  }
}
