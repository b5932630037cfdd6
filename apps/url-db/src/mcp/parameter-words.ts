/** What each parameter of a tool is, in Korean; the schemas say it in English. */
export const parameterWords: Readonly<Record<string, string>> = {
  domain_name:
    '도메인 이름(영문자, 숫자, 하이픈). 꼭 필요하지 않은 곳에서 빼면 모든 도메인을 뜻합니다',
  composite_id:
    '합성키. 노드는 tool_name:domain_name:id, 도메인 속성은 tool_name:domain_name:attr-id 형식입니다',
  composite_ids: '노드의 합성키. 최대 100개',
  url: 'http 또는 https URL',
  title: '제목. 빼거나 null 또는 빈 문자열이면 URL에서 만듭니다',
  name: '이름',
  description: '설명. null이면 지웁니다',
  strip_tracking: 'utm_source, fbclid 같은 추적 파라미터만 다른 URL을 같은 URL로 볼지',
  page: '페이지 번호. 1부터 시작하며 기본값은 1',
  size: '한 페이지에 담을 개수',
  cursor: 'page 대신 쓰는, 이전 페이지의 next_cursor. 깊은 페이지에서도 빠릅니다',
  search: '제목, URL, 설명에 모두 들어 있어야 하는 단어들. 어떤 문자든 한 글자부터 됩니다',
  exact: '오래 걸려도 결과를 끝까지 셀지',
  nodes: '추가할 노드. 최대 1000개',
  attributes:
    '여기에 적은 이름의 속성만 바뀌고 나머지는 그대로입니다. 태그는 값마다 하나씩 여러 번 적을 수 있습니다',
  value: '값. 숫자도 문자열로 적습니다',
  order_index: 'ordered_tag의 순서. 0부터',
  filters: '모두 맞아야 하는 조건',
  operator: '비교 방법. gt와 lt는 숫자에 쓰고, exists에는 value가 필요 없습니다',
  type: 'tag와 ordered_tag: 1~50자인 값 여러 개, number: 유한한 십진수 하나, string: 한 줄, markdown: 여러 줄, image: URL 또는 data:image. 나중에 바꿀 수 없습니다',
  force: '안에 든 것까지 모두 지울지',
};
