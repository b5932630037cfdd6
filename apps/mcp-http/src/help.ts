import type { Language } from './types.ts';

export const helpTexts: Record<Language, string> = {
  en: `jeonbo-mcp-http: MCP servers over Streamable HTTP that send SMS, MMS and KakaoTalk for many callers, guarded.

  jeonbo-mcp-http SERVER…                    serve baas, kakao, twilio; one: /mcp, several: /<server>/mcp
  jeonbo-mcp-http SERVER… --check [--json]   look at every setting; nothing is sent
  jeonbo-mcp-http token NAME                 make a token for a caller, and the setting that knows it
  jeonbo-mcp-http --help | --version

Also there: GET /healthz, /readyz (the store is reachable), /metrics (Prometheus).

Settings come from environment variables; --check names them all.
HOST (127.0.0.1) and PORT (4020) say where it listens, JEONBO_HTTP_TOKENS who may use the keys set here. Callers may bring
their own: X-BaaS-Api-Key and X-Project-Id, for twilio Authorization: Basic. kakao: people log in at Kakao (OAuth), and
BASE_URL is the https address by which they reach this server.
JEONBO_LANG=ko|en chooses the language, LOG_LEVEL=error|warn|info|debug what is logged on stderr.

SIGTERM stops it: no new calls, running ones finish (30 s).

Exit codes
  0  done, or stopped; --check: every setting is right
  1  it could not start; --check: a setting is wrong
  2  the command line is wrong
`,
  ko: `jeonbo-mcp-http: 여러 호출자를 위해 안전장치를 갖추고 SMS, MMS, 카카오톡을 보내는 MCP 서버(Streamable HTTP)입니다.

  jeonbo-mcp-http SERVER…                    baas, kakao, twilio 실행. 하나면 /mcp, 여럿이면 /<서버>/mcp
  jeonbo-mcp-http SERVER… --check [--json]   모든 설정 점검. 메시지는 보내지 않습니다
  jeonbo-mcp-http token NAME                 호출자의 토큰과, 그 토큰을 등록하는 설정을 만듭니다
  jeonbo-mcp-http --help | --version

그 밖의 주소: GET /healthz, /readyz (저장소 연결 확인), /metrics (Prometheus)

설정은 환경 변수로 합니다. 전체 목록은 --check가 보여 줍니다.
HOST(127.0.0.1)와 PORT(4020)는 주소를, JEONBO_HTTP_TOKENS는 여기 설정한 키를 쓸 수 있는 호출자를 정합니다. 호출자가 자신의
키를 보낼 수도 있습니다: X-BaaS-Api-Key와 X-Project-Id, twilio는 Authorization: Basic. kakao는 사용자가 카카오로
로그인하며(OAuth), 사용자가 접속하는 https 주소를 BASE_URL에 지정합니다.
JEONBO_LANG=ko|en은 언어를, LOG_LEVEL=error|warn|info|debug는 stderr 로그 수준을 정합니다.

SIGTERM을 받으면 종료합니다. 새 호출은 받지 않고 실행 중인 호출은 마칩니다(30초).

종료 코드
  0  성공 또는 정상 종료. --check: 모든 설정 정상
  1  시작하지 못함. --check: 잘못된 설정 있음
  2  명령줄 오류
`,
};
