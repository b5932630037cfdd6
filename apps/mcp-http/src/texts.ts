import type { Words } from '@jeonbo/tools';

/** What a request that never reached a tool is told. `{name}` is filled in. */
export const texts = {
  notFound: {
    en: 'Nothing is here. MCP is at {paths}.',
    ko: '여기에는 아무것도 없습니다. MCP 주소: {paths}',
  },
  method: { en: 'Use {allowed}.', ko: '{allowed}만 쓸 수 있습니다.' },
  host: {
    en: 'The Host header names another machine. JEONBO_HTTP_HOSTS lists the names that this server answers to.',
    ko: 'Host 헤더가 다른 서버를 가리킵니다. 이 서버가 응답하는 이름은 JEONBO_HTTP_HOSTS에 적습니다.',
  },
  origin: {
    en: 'The Origin header names a page of another site.',
    ko: 'Origin 헤더가 다른 사이트의 페이지를 가리킵니다.',
  },
  stopping: {
    en: 'This server is stopping. Nothing was done; try again elsewhere.',
    ko: '서버가 종료 중입니다. 아무것도 처리하지 않았으니 다시 시도하세요.',
  },
  noCaller: { en: 'Say who you are: {ways}.', ko: '호출자를 밝히세요: {ways}' },
  wrongToken: { en: 'This token is not known here.', ko: '등록되지 않은 토큰입니다.' },
  scopeMissing: {
    en: 'The person has not allowed this client {scope}.',
    ko: '사용자가 이 클라이언트에 {scope} 권한을 허용하지 않았습니다.',
  },
  metricsToken: {
    en: 'This token is for /metrics only.',
    ko: '이 토큰은 /metrics에만 쓸 수 있습니다.',
  },
  twoCallers: {
    en: 'Give a token or your own keys, not both.',
    ko: '토큰과 자신의 키 중 하나만 보내세요.',
  },
  malformedKey: { en: '{header} is not readable.', ko: '{header} 헤더를 읽을 수 없습니다.' },
  tooManyRequests: {
    en: 'More than {limit} requests in a minute. Wait {seconds} s.',
    ko: '1분에 {limit}건을 넘었습니다. {seconds}초 뒤에 다시 시도하세요.',
  },
  tooLarge: {
    en: 'A request may have {limit} bytes at most.',
    ko: '요청 본문은 최대 {limit}바이트입니다.',
  },
  mediaType: { en: 'Send application/json.', ko: 'application/json으로 보내세요.' },
  notJson: { en: 'The body is not JSON.', ko: '본문이 JSON이 아닙니다.' },
  cutOff: { en: 'The body ended early.', ko: '본문이 도중에 끊겼습니다.' },
  sessionMissing: {
    en: 'Bad Request: Mcp-Session-Id header is required',
    ko: 'Bad Request: Mcp-Session-Id header is required',
  },
  // The same for one that ended and for one of somebody else.
  sessionUnknown: { en: 'Session not found', ko: 'Session not found' },
  tooManySessions: {
    en: 'Too many sessions are open on this server. Try again later.',
    ko: '열린 세션이 너무 많습니다. 나중에 다시 시도하세요.',
  },
  storeUnreachable: {
    en: 'The store cannot be reached. Nothing was done.',
    ko: '저장소에 연결할 수 없어 아무것도 처리하지 않았습니다.',
  },
  fault: { en: 'Internal error', ko: '내부 오류' },
  tokenWay: { en: 'Authorization: Bearer <token>', ko: 'Authorization: Bearer <토큰>' },
} as const satisfies Record<string, Words>;

export type TextName = keyof typeof texts;
