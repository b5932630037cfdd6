import type { Words } from '../words.ts';

interface ErrorEntry {
  /** Only registered ones (RFC 9110). */
  readonly status: number;
  /** What is said where the place of the error has no better words. */
  readonly words: Words;
}

/** Every error that url-db answers with: its code, its HTTP status, its words. */
export const errorTable = {
  /** A key is not `tool:domain:id`, or has another tool's name: `expected_format`, `provided`. */
  INVALID_COMPOSITE_KEY: {
    status: 400,
    words: {
      en: 'The composite key does not have the right form',
      ko: '합성키 형식이 올바르지 않습니다',
    },
  },
  /** `domain_name` */
  DOMAIN_NOT_FOUND: {
    status: 404,
    words: { en: 'The domain was not found', ko: '지정된 도메인을 찾을 수 없습니다' },
  },
  /** `composite_id`, or `domain_name` and `url` */
  NODE_NOT_FOUND: {
    status: 404,
    words: { en: 'The node was not found', ko: '노드를 찾을 수 없습니다' },
  },
  /** `name`, or the attribute's `composite_id` */
  ATTRIBUTE_NOT_FOUND: {
    status: 404,
    words: { en: 'The attribute was not found', ko: '속성을 찾을 수 없습니다' },
  },
  DEPENDENCY_NOT_FOUND: {
    status: 404,
    words: { en: 'The dependency was not found', ko: '의존 관계를 찾을 수 없습니다' },
  },
  SUBSCRIPTION_NOT_FOUND: {
    status: 404,
    words: { en: 'The subscription was not found', ko: '구독을 찾을 수 없습니다' },
  },
  /** No such address: `path`. */
  NOT_FOUND: {
    status: 404,
    words: { en: 'Nothing is at this address', ko: '이 주소에는 아무것도 없습니다' },
  },
  /** `details`: `{ field, message }` for each thing that is wrong */
  VALIDATION_ERROR: {
    status: 400,
    words: { en: 'The input is not valid', ko: '입력값이 올바르지 않습니다' },
  },
  /** It is there already: a domain's name (`domain_name`), a URL in its domain (`composite_id`), an attribute's name. */
  CONFLICT: { status: 409, words: { en: 'It exists already', ko: '이미 있습니다' } },
  /** Well formed, but it would break what is kept: a domain with nodes, values of an attribute, a circle of dependencies. */
  CONSTRAINT_VIOLATION: {
    status: 422,
    words: {
      en: 'This would break what is stored',
      ko: '저장된 데이터의 제약 조건에 어긋납니다',
    },
  },
  UNAUTHORIZED: {
    status: 401,
    words: {
      en: 'A token is needed: Authorization: Bearer …',
      ko: '토큰이 필요합니다: Authorization: Bearer …',
    },
  },
  FORBIDDEN: {
    status: 403,
    words: { en: 'This request is not allowed', ko: '허용되지 않은 요청입니다' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    words: {
      en: 'This address does not take that method',
      ko: '이 주소에서 쓸 수 없는 메서드입니다',
    },
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    words: { en: 'The request is too large', ko: '요청 본문이 너무 큽니다' },
  },
  /** `retry_after`, in seconds */
  RATE_LIMITED: {
    status: 429,
    words: {
      en: 'Too many requests. Try again later',
      ko: '요청이 너무 많습니다. 잠시 후 다시 시도하세요',
    },
  },
  /** `error_id`, which the log has too */
  INTERNAL_ERROR: {
    status: 500,
    words: { en: 'An internal error occurred', ko: '내부 오류가 발생했습니다' },
  },
  NOT_SUPPORTED: {
    status: 501,
    words: { en: 'This is not supported here', ko: '여기서는 지원하지 않는 기능입니다' },
  },
  UNAVAILABLE: {
    status: 503,
    words: {
      en: 'The server is stopping or has no database. Try again',
      ko: '서버가 종료 중이거나 데이터베이스에 연결할 수 없습니다. 다시 시도하세요',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type UrlDbErrorCode = keyof typeof errorTable;
