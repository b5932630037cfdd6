/**
 * What the schemas say of parameters in English, in Korean. By the sentence, so that one which changes there is found
 * here (a test looks that none is missing).
 */
export const parameterWords: Readonly<Record<string, string>> = {
  'Name of a domain: letters, digits and hyphens': '도메인 이름: 영문자, 숫자, 하이픈',
  'Left out: every domain': '빼면 모든 도메인',
  'What is collected in this domain': '이 도메인에 모으는 것',
  'Whether URLs that differ in tracking parameters only (utm_source, fbclid, …) are the same one':
    '추적 파라미터(utm_source, fbclid 등)만 다른 URL을 같은 URL로 볼지',
  'Page number, from 1 (default)': '페이지 번호. 1부터이며 기본값은 1',
  'How many on a page': '한 페이지에 담을 개수',
  'next_cursor of the page before, in place of page: as fast at any depth':
    'page 대신 쓰는, 이전 페이지의 next_cursor. 뒤쪽 페이지에서도 빠릅니다',
  'Words that must all be in title, URL or description, in any script':
    '제목, URL, 설명에 모두 들어 있어야 하는 단어. 어떤 문자든 됩니다',
  'Count everything that matches, however long that takes': '오래 걸려도 결과를 끝까지 셀지',
  'The URL, http or https': 'http 또는 https URL',
  'Title. Left out, null or empty: made from the URL':
    '제목. 빼거나 null 또는 빈 문자열이면 URL에서 만듭니다',
  Description: '설명',
  'Composite key of a node: tool_name:domain_name:id': '노드의 합성키: tool_name:domain_name:id',
  'Composite keys, 100 at most': '합성키. 최대 100개',
  'Nodes to create, 1000 at most': '추가할 노드. 최대 1000개',
  'All of them must match': '모두 맞아야 하는 조건',
  'gt and lt are for numbers; exists needs no value':
    'gt와 lt는 숫자에 쓰고, exists에는 value가 필요 없습니다',
  'The attributes named here are replaced, others stay. A tag may stand several times, once for each value':
    '여기에 적은 이름의 속성만 바뀌고 나머지는 그대로입니다. 태그는 값마다 하나씩 여러 번 적을 수 있습니다',
  'As text, numbers too': '값. 숫자도 문자열로 적습니다',
  'Place of an ordered_tag, from 0': 'ordered_tag의 순서. 0부터',
  'tag and ordered_tag: many values of 1–50 characters; number: one finite decimal; string: one line; markdown: many lines; image: URL or data:image. It cannot be changed later':
    'tag와 ordered_tag: 1~50자인 값 여러 개, number: 유한한 십진수 하나, string: 한 줄, markdown: 여러 줄, image: URL 또는 data:image. 나중에 바꿀 수 없습니다',
  'What the attribute says': '속성이 나타내는 것',
  'Composite key of a domain attribute: tool_name:domain_name:attr-id':
    '도메인 속성의 합성키: tool_name:domain_name:attr-id',
  'Delete it with everything in it': '안에 든 것까지 모두 지울지',
};
