import { UrlDbError } from '../errors/url-db-error.ts';
import type { Words } from '../words.ts';

export const faults = {
  notJson: { en: 'not JSON', ko: 'JSON이 아닙니다' },
  noUrl: { en: 'a bookmark without an address', ko: '주소가 없는 북마크입니다' },
  noDomain: {
    en: 'no domain is named; name one with --domain',
    ko: '도메인이 없습니다. --domain으로 지정하세요',
  },
  domainGone: {
    en: 'its domain was deleted a moment ago',
    ko: '조금 전에 도메인이 삭제되었습니다',
  },
  columns: {
    en: '{found} cells in a table of {wanted} columns',
    ko: '열이 {wanted}개인 표에 칸이 {found}개 있습니다',
  },
  noColumn: { en: 'the table has no column url', ko: '표에 url 열이 없습니다' },
  twoColumns: {
    en: 'the table has the column {name} twice',
    ko: '표에 {name} 열이 두 개 있습니다',
  },
  csv: { en: 'not CSV: {reason}', ko: 'CSV 형식이 아닙니다: {reason}' },
  time: {
    en: '{name}: it must be a time such as 2023-01-01T00:00:00Z',
    ko: '{name}: 2023-01-01T00:00:00Z 같은 시각이어야 합니다',
  },
  attributes: {
    en: 'attributes: it must be a JSON list of {"name", "value"}',
    ko: 'attributes: {"name", "value"}의 JSON 목록이어야 합니다',
  },
  type: {
    en: 'the attribute {name} is a {type} in this database',
    ko: '이 데이터베이스에서 속성 {name}의 유형은 {type}입니다',
  },
  attribute: { en: 'attribute {name}: {reason}', ko: '속성 {name}: {reason}' },
  noNode: { en: 'no node has the address {url}', ko: '주소가 {url}인 노드가 없습니다' },
  self: { en: 'a node cannot need itself', ko: '노드는 자신에게 의존할 수 없습니다' },
  cycle: { en: 'it would close a circle', ko: '의존 관계가 순환하게 됩니다' },
  otherTitle: {
    en: 'is there already with another title, which stays: {title}',
    ko: '이미 다른 제목으로 있어 그 제목을 유지합니다: {title}',
  },
} as const satisfies Record<string, Words>;

/** What is wrong, in one line. */
export function reasonOf(error: UrlDbError): Words {
  return { en: inLanguage(error, 'en'), ko: inLanguage(error, 'ko') };
}

function inLanguage(error: UrlDbError, language: keyof Words): string {
  const details = error.details.map(({ field, message }) => `${field}: ${message[language]}`);
  return details.length > 0 ? details.join('; ') : error.in(language).message;
}

/** The error's words, where it is one that says what is wrong with an input. */
export function faultOf(error: unknown): Words {
  if (UrlDbError.is(error)) return reasonOf(error);
  throw error;
}
