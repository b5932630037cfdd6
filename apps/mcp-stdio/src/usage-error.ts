import { UsageError as CommandLineError, fill } from '@jeonbo/server';
import type { Language } from './types.ts';

const words = {
  en: {
    nothingGiven: 'Say which server to start: {known}.',
    unknownCommand: '"{word}" is not available in this version. There are: {known}.',
    unknownServer: 'The server "{word}" is not available in this version. There are: {known}.',
    unknownOption: 'There is no option {word}. There are: {known}.',
    unknownValue: '{of} does not know "{word}". It knows: {known}.',
    valueMissing: '{word} needs a value.',
    valueNotTaken: '{word} takes no value.',
    givenTwice: '{word} is given more than once.',
    optionOutOfPlace: '{option} does not go with "{command}".',
    toolMissing:
      'Say which tool to call, for example: jeonbo-mcp call check_message --json \'{"message":"Hi"}\'',
    actionMissing: 'Say what to do with the audit log: {known}.',
    accountForm:
      '"{word}" cannot name an account. A name has letters, digits, dots, dashes and underscores, 64 at most, and begins with a letter or digit.',
    portForm: '--port is a number from 1 to 65535, not "{word}".',
    wordTooMany: '"{word}" is one word too many.',
    invalidJson: 'What --json was given is not one JSON object.',
    suggestion: 'Did you mean {suggestion}?',
    help: 'jeonbo-mcp --help shows how to use it.',
  },
  ko: {
    nothingGiven: '실행할 서버를 지정하세요: {known}',
    unknownCommand: '"{word}"은(는) 이 버전에서 쓸 수 없습니다. 쓸 수 있는 것: {known}',
    unknownServer: '"{word}" 서버는 이 버전에서 쓸 수 없습니다. 쓸 수 있는 것: {known}',
    unknownOption: '{word} 옵션은 없습니다. 쓸 수 있는 것: {known}',
    unknownValue: '{of}에 "{word}"을(를) 쓸 수 없습니다. 쓸 수 있는 것: {known}',
    valueMissing: '{word}에는 값이 필요합니다.',
    valueNotTaken: '{word}에는 값을 줄 수 없습니다.',
    givenTwice: '{word}을(를) 두 번 이상 지정했습니다.',
    optionOutOfPlace: '{option}은(는) "{command}"과(와) 함께 쓸 수 없습니다.',
    toolMissing:
      '호출할 도구를 지정하세요. 예: jeonbo-mcp call check_message --json \'{"message":"안녕하세요"}\'',
    actionMissing: '감사 로그로 무엇을 할지 지정하세요: {known}',
    accountForm:
      '"{word}"은(는) 계정 이름으로 쓸 수 없습니다. 글자, 숫자, 점, 하이픈, 밑줄 64자 이하이고 글자나 숫자로 시작해야 합니다.',
    portForm: '--port는 1부터 65535까지의 숫자여야 합니다. "{word}"은(는) 쓸 수 없습니다.',
    wordTooMany: '"{word}"은(는) 필요 없는 인자입니다.',
    invalidJson: '--json에는 JSON 객체 하나를 넘겨야 합니다.',
    suggestion: '혹시 {suggestion}을(를) 찾으셨나요?',
    help: '사용법은 jeonbo-mcp --help로 볼 수 있습니다.',
  },
} as const satisfies Record<Language, Record<string, string>>;

type Problem = Exclude<keyof (typeof words)['en'], 'suggestion' | 'help'>;

/** The command line is wrong. Its words wait for the language. */
export class UsageError extends CommandLineError {
  constructor(problem: Problem, values: Readonly<Record<string, string>>, suggestion?: string) {
    super(problem, (language) => {
      const { [problem]: sentence, suggestion: question, help } = words[language];
      const parts = [fill(sentence, values), suggestion && fill(question, { suggestion }), help];
      return parts.filter(Boolean).join('\n');
    });
  }
}

/** @example splitArguments(argv, kinds, refuse) */
export function refuse(...given: ConstructorParameters<typeof UsageError>): UsageError {
  return new UsageError(...given);
}
