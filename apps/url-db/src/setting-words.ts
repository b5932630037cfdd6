import type { Words } from './words.ts';

/** What is wrong with a setting, and what would be right. */
export const settingWords = {
  count: {
    en: 'It must be a whole number from {least} to {most}.',
    ko: '{least} 이상 {most} 이하의 정수여야 합니다.',
  },
  databaseUrl: {
    en: 'It must be file:… or postgres://….',
    ko: 'file:… 또는 postgres://… 형식이어야 합니다.',
  },
  toolName: {
    en: 'It must have 1 to 50 letters, digits, dots, hyphens or underscores.',
    ko: '영문자, 숫자, 점, 하이픈, 밑줄 1~50자여야 합니다.',
  },
  trueOrFalse: { en: 'It must be true or false.', ko: 'true 또는 false여야 합니다.' },
  scheme: {
    en: 'Entry {entry} is no scheme that can be kept. Write names such as ftp, separated by commas; javascript and data never.',
    ko: '{entry}번째 항목은 저장할 수 있는 스킴이 아닙니다. ftp 같은 이름을 쉼표로 구분해 적으세요. javascript와 data는 쓸 수 없습니다.',
  },
  token: {
    en: 'Entry {entry} must have 16 visible characters or more, or be sha256: and the hash of a token.',
    ko: '{entry}번째 항목은 공백 없는 16자 이상이거나 sha256:과 토큰의 해시여야 합니다.',
  },
  open: {
    en: 'HOST opens the server to other machines, but nobody has to say who they are. Set URL_DB_TOKENS to a long random token.',
    ko: 'HOST로 다른 컴퓨터에 서버를 열었지만 인증이 없습니다. URL_DB_TOKENS에 길고 무작위인 토큰을 지정하세요.',
  },
  host: {
    en: 'Entry {entry} is no host name. Write names without http:// and port, separated by commas.',
    ko: '{entry}번째 항목이 호스트 이름이 아닙니다. http://와 포트 없이 이름만 쉼표로 구분해 적으세요.',
  },
  origin: {
    en: 'Entry {entry} is no origin such as https://example.com, without a path.',
    ko: '{entry}번째 항목이 https://example.com처럼 경로 없는 출처가 아닙니다.',
  },
  oneOf: { en: 'It must be one of {values}.', ko: '다음 중 하나여야 합니다: {values}' },
} as const satisfies Record<string, Words>;
