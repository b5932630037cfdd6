import type { AttributeProblem } from '../attributes/issues.ts';
import type { UrlProblem } from '../urls/parse-url.ts';
import type { Words } from '../words.ts';

/** What is wrong with a URL, to a person. `{schemes}` is filled in. */
export const urlProblemWords: Readonly<Record<UrlProblem, Words>> = {
  empty: { en: 'It is empty', ko: '비어 있습니다' },
  too_long: { en: 'At most 2048 characters', ko: '최대 2048자까지 쓸 수 있습니다' },
  control_character: {
    en: 'It holds a control character',
    ko: '제어 문자가 들어 있습니다',
  },
  malformed: { en: 'It is not a URL', ko: 'URL 형식이 아닙니다' },
  scheme: {
    en: 'Only URLs of these schemes are kept: {schemes}',
    ko: '저장할 수 있는 스킴: {schemes}',
  },
};

/** What is wrong with a value of an attribute. `{limit}` is filled in. */
export const attributeProblemWords: Readonly<Record<AttributeProblem, Words>> = {
  empty: { en: 'It is empty', ko: '비어 있습니다' },
  too_long: { en: 'At most {limit} characters', ko: '최대 {limit}자까지 쓸 수 있습니다' },
  line_break: {
    en: 'This type takes one line; markdown takes several',
    ko: '한 줄만 쓸 수 있는 유형입니다. 여러 줄은 markdown을 쓰세요',
  },
  control_character: {
    en: 'It holds a control character',
    ko: '제어 문자가 들어 있습니다',
  },
  separator: {
    en: 'A tag holds no comma, semicolon, bar or line break; give one entry for each tag',
    ko: '태그에는 쉼표, 세미콜론, |, 줄바꿈을 쓸 수 없습니다. 태그마다 항목을 따로 보내세요',
  },
  not_a_number: { en: 'It must be a finite decimal number', ko: '유한한 십진수여야 합니다' },
  not_an_image: {
    en: 'It must be an http(s) URL, or data:image/jpeg, png, gif or webp in base64',
    ko: 'http(s) URL이거나 base64로 된 data:image/jpeg, png, gif, webp여야 합니다',
  },
  image_too_large: { en: 'An image has 10 MB at most', ko: '이미지는 최대 10MB입니다' },
  one_value: { en: 'This type has one value only', ko: '값을 하나만 가지는 유형입니다' },
  order_index_needed: {
    en: 'An ordered_tag needs an order_index of 0 or more',
    ko: 'ordered_tag에는 0 이상의 order_index가 필요합니다',
  },
  order_index_not_allowed: {
    en: 'Only an ordered_tag has an order_index',
    ko: 'order_index는 ordered_tag에만 쓸 수 있습니다',
  },
  order_index_twice: {
    en: 'Two values have this order_index',
    ko: '같은 order_index가 두 번 있습니다',
  },
  twice: { en: 'This tag stands twice', ko: '같은 태그가 두 번 있습니다' },
  bad_name: {
    en: 'It is no name of an attribute',
    ko: '속성 이름으로 쓸 수 없습니다',
  },
};
