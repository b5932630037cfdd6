import { fill, UsageError } from '@jeonbo/server';
import type { Language } from './types.ts';

const words = {
  en: {
    nothingGiven: 'Say which servers to serve: {known}.',
    unknownServer: '"{word}" is not available in this version. There are: {known}.',
    givenTwice: '{word} is given more than once.',
    unknownOption: 'There is no option {word}. There are: {known}.',
    valueMissing: '{word} needs a value.',
    valueNotTaken: '{word} takes no value.',
    optionOutOfPlace: '{word} does not go with "{command}".',
    nameMissing: 'Say whose token it is, for example: jeonbo-mcp-http token kim',
    wrongName:
      'A name has letters, digits, dots, dashes and underscores, 64 at most, and begins with a letter or digit.',
    wordTooMany: '"{word}" is one word too many.',
    suggestion: 'Did you mean {suggestion}?',
    help: 'jeonbo-mcp-http --help shows how to use it.',
  },
  ko: {
    nothingGiven: '실행할 서버를 지정하세요: {known}',
    unknownServer: '"{word}"은(는) 이 버전에서 쓸 수 없습니다. 쓸 수 있는 것: {known}',
    givenTwice: '{word}을(를) 두 번 이상 지정했습니다.',
    unknownOption: '{word} 옵션은 없습니다. 쓸 수 있는 것: {known}',
    valueMissing: '{word}에는 값이 필요합니다.',
    valueNotTaken: '{word}에는 값을 줄 수 없습니다.',
    optionOutOfPlace: '{word}은(는) "{command}"과(와) 함께 쓸 수 없습니다.',
    nameMissing: '누구의 토큰인지 이름을 지정하세요. 예: jeonbo-mcp-http token kim',
    wrongName:
      '이름은 영문자, 숫자, 점, 하이픈, 밑줄 64자 이하이고 영문자나 숫자로 시작해야 합니다.',
    wordTooMany: '"{word}"은(는) 필요 없는 인자입니다.',
    suggestion: '혹시 {suggestion}을(를) 찾으셨나요?',
    help: '사용법은 jeonbo-mcp-http --help로 볼 수 있습니다.',
  },
} as const satisfies Record<Language, Record<string, string>>;

type Problem = Exclude<keyof (typeof words)['en'], 'suggestion' | 'help'>;

/** A wrong command line, with what is wrong and the word that was probably meant. */
export function usageError(
  problem: Problem,
  values: Readonly<Record<string, string>> = {},
  suggestion?: string,
): UsageError {
  return new UsageError(problem, (language) => {
    const { [problem]: sentence, suggestion: question, help } = words[language];
    return [fill(sentence, values), suggestion && fill(question, { suggestion }), help]
      .filter(Boolean)
      .join('\n');
  });
}
