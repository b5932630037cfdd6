import type { Words } from '../words.ts';

/** What is wrong with a value, by the kind of rule that it breaks. */
export const problems = {
  required: { en: 'It is required', ko: '필수 항목입니다' },
  unknown: { en: 'There is no such field', ko: '알 수 없는 항목입니다' },
  inPath: {
    en: 'It stands in the address and not in the body',
    ko: '주소에 지정하는 값이므로 본문에 쓸 수 없습니다',
  },
  repeated: { en: 'It is given more than once', ko: '두 번 이상 지정했습니다' },
  notJson: { en: 'The body is not JSON', ko: '본문이 JSON이 아닙니다' },
  encoding: {
    en: 'The address is not encoded rightly',
    ko: '주소의 인코딩이 올바르지 않습니다',
  },
  characters: { en: 'At most {limit} characters', ko: '최대 {limit}자까지 쓸 수 있습니다' },
  unreadable: {
    en: 'It holds a character that cannot be kept',
    ko: '저장할 수 없는 문자가 들어 있습니다',
  },
  empty: { en: 'It is empty', ko: '비어 있습니다' },
  atLeast: { en: 'It must be {limit} or more', ko: '{limit} 이상이어야 합니다' },
  atMost: { en: 'It must be {limit} or less', ko: '{limit} 이하여야 합니다' },
  atLeastItems: { en: '{limit} or more are needed', ko: '{limit}개 이상이어야 합니다' },
  atMostItems: { en: 'At most {limit} are taken', ko: '최대 {limit}개까지 보낼 수 있습니다' },
  oneOf: { en: 'It must be one of {values}', ko: '다음 중 하나여야 합니다: {values}' },
  domainName: {
    en: 'A domain name has 1 to 50 letters, digits and hyphens, with no hyphen at either end',
    ko: '도메인 이름은 영문자, 숫자, 하이픈 1~50자이고 하이픈으로 시작하거나 끝날 수 없습니다',
  },
  attributeName: {
    en: 'An attribute name has 1 to 50 characters in one line, with no white space around them',
    ko: '속성 이름은 한 줄 1~50자이고 앞뒤에 공백을 쓸 수 없습니다',
  },
  pageOrCursor: {
    en: 'Give page or cursor, not both',
    ko: 'page와 cursor 중 하나만 지정하세요',
  },
  cursor: {
    en: 'It is no cursor of this query; take next_cursor of the answer before',
    ko: '이 조회의 cursor가 아닙니다. 이전 응답의 next_cursor를 쓰세요',
  },
  filterValue: {
    en: 'This operator needs a value',
    ko: '이 연산자에는 value가 필요합니다',
  },
  secret: {
    en: 'It must be whsec_ and 24 to 64 bytes in base64',
    ko: 'whsec_ 뒤에 24~64바이트를 base64로 적어야 합니다',
  },
  endpoint: {
    en: 'It must be an http or https URL without a user name or password',
    ko: '사용자 이름과 비밀번호가 없는 http 또는 https URL이어야 합니다',
  },
  invalid: { en: 'It is not valid', ko: '올바르지 않습니다' },
} as const satisfies Record<string, Words>;

/** What a value has to be, by the type that a schema expects. */
export const typeProblems: Readonly<Record<string, Words>> = {
  string: { en: 'It must be a string', ko: '문자열이어야 합니다' },
  number: { en: 'It must be a number', ko: '숫자여야 합니다' },
  int: { en: 'It must be a whole number', ko: '정수여야 합니다' },
  boolean: { en: 'It must be true or false', ko: 'true 또는 false여야 합니다' },
  array: { en: 'It must be a list', ko: '배열이어야 합니다' },
  object: { en: 'It must be an object', ko: '객체여야 합니다' },
};
