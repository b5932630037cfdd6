import type { Words } from '../words.ts';

/** What the prompt itself says. */
export const texts = {
  greeting: {
    en: 'url-db {version}. help shows the commands, quit (or Ctrl+D) ends.',
    ko: 'url-db {version}. 명령은 help, 종료는 quit 또는 Ctrl+D입니다.',
  },
  howToEnd: { en: 'quit or Ctrl+D ends.', ko: '종료하려면 quit 또는 Ctrl+D를 누르세요.' },
  error: { en: 'Error: {message}', ko: '오류: {message}' },
  usage: { en: 'Usage: {usage}', ko: '사용법: {usage}' },
  missing: { en: '{name} is missing.', ko: '필요한 값이 없습니다: {name}' },
  tooMany: { en: 'There is a word too many: {word}', ko: '단어가 너무 많습니다: {word}' },
  openQuote: { en: 'A quote is not closed: {quote}', ko: '따옴표를 닫지 않았습니다: {quote}' },
  unknown: {
    en: 'There is no command {word}. help shows them all.',
    ko: '{word} 명령이 없습니다. help로 명령을 볼 수 있습니다.',
  },
  meant: { en: 'Did you mean {name}?', ko: '{name} 명령을 찾으셨나요?' },
  notANumber: { en: '{word} is not a page number.', ko: '페이지 번호가 아닙니다: {word}' },
  noDomains: {
    en: 'No domains yet. Make one: create_domain <name>',
    ko: '아직 도메인이 없습니다. create_domain <name>으로 만드세요.',
  },
  noNodes: { en: 'No nodes.', ko: '노드가 없습니다.' },
  domains: { en: 'Domains: {count}', ko: '도메인 {count}개' },
  range: { en: 'Nodes {from}–{to} of {total}', ko: '노드 {total}개 중 {from}–{to}번' },
  rangeOfMore: {
    en: 'Nodes {from}–{to} of more than {total}',
    ko: '노드 {total}개 이상 중 {from}–{to}번',
  },
  more: { en: 'More: {command}', ko: '다음: {command}' },
  domainMade: { en: 'Domain created: {name}', ko: '도메인을 만들었습니다: {name}' },
  added: { en: 'Added.', ko: '추가했습니다.' },
  changed: { en: 'Changed.', ko: '수정했습니다.' },
  deleted: { en: 'Deleted: {key}', ko: '삭제했습니다: {key}' },
} as const satisfies Record<string, Words>;

/** Heads of columns and names of fields. */
export const labels = {
  name: { en: 'Name', ko: '이름' },
  nodes: { en: 'Nodes', ko: '노드' },
  description: { en: 'Description', ko: '설명' },
  key: { en: 'Key', ko: '키' },
  title: { en: 'Title', ko: '제목' },
  url: { en: 'URL', ko: 'URL' },
  created: { en: 'Added', ko: '추가' },
  updated: { en: 'Changed', ko: '수정' },
  attributes: { en: 'Attributes', ko: '속성' },
  version: { en: 'Version', ko: '버전' },
  keyFormat: { en: 'Keys', ko: '합성키' },
  capabilities: { en: 'Offers', ko: '기능' },
} as const satisfies Record<string, Words>;
