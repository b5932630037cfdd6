import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { Language } from './types.ts';
import { version } from './version.ts';

const texts: Record<Language, string> = {
  en: `jeonbo-mcp: MCP servers on stdio that send SMS, MMS and KakaoTalk messages, guarded.

  jeonbo-mcp SERVER                     start a server (an MCP host does this): baas, twilio or kakao
  jeonbo-mcp SERVER --check [--json]    look at every setting; nothing is sent
  jeonbo-mcp SERVER --print-config HOST a client configuration for claude, cursor or vscode
  jeonbo-mcp call TOOL --json '{…}'     call one tool, same guard rails; '-' reads the JSON from stdin
                       [--server baas|twilio|kakao], default baas
  jeonbo-mcp kakao login                log in at Kakao; also logout and accounts: kakao login --help
  jeonbo-mcp audit verify               is the audit log whole and unchanged?
  jeonbo-mcp audit export               the audit log as JSON lines
  jeonbo-mcp isolate twilio             the server in a container that reaches only what you allow; --help
  jeonbo-mcp --help | --version

Settings come from environment variables: for baas BAAS_API_KEY and PROJECT_ID first, for twilio TWILIO_ACCOUNT_SID,
TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER, for kakao KAKAO_CLIENT_ID; --check names them all.
JEONBO_LANG=ko|en chooses the language, LOG_LEVEL=error|warn|info|debug what is logged on stderr.

Exit codes
  0  done; --check: every setting is right; audit verify: the log is unchanged
  1  the tool or the login failed; --check: a setting is wrong; audit verify: the log was changed
  2  the command line is wrong
  3  call: it is not known whether the message left. Do not repeat it
  4  call: nothing was sent, a person has to confirm it first or said no; kakao login: nobody logged in or agreed
`,
  ko: `jeonbo-mcp: 안전장치를 갖추고 SMS, MMS, 카카오톡을 보내는 MCP 서버(stdio)입니다.

  jeonbo-mcp SERVER                     서버 실행 (MCP 호스트가 실행합니다): baas, twilio, kakao
  jeonbo-mcp SERVER --check [--json]    모든 설정 점검. 메시지는 보내지 않습니다
  jeonbo-mcp SERVER --print-config HOST claude, cursor, vscode용 클라이언트 설정 출력
  jeonbo-mcp call TOOL --json '{…}'     도구 하나를 같은 안전장치로 호출. '-'는 stdin에서 JSON을 읽습니다
                       [--server baas|twilio|kakao], 기본값 baas
  jeonbo-mcp kakao login                카카오 로그인. logout, accounts도 있습니다: kakao login --help
  jeonbo-mcp audit verify               감사 로그가 온전한지 확인
  jeonbo-mcp audit export               감사 로그를 JSON Lines로 출력
  jeonbo-mcp isolate twilio             허용한 곳에만 연결되는 컨테이너에서 서버 실행. --help
  jeonbo-mcp --help | --version

설정은 환경 변수로 합니다. baas는 BAAS_API_KEY와 PROJECT_ID, twilio는 TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN,
TWILIO_PHONE_NUMBER, kakao는 KAKAO_CLIENT_ID부터 넣으세요. 전체 목록은 --check가 보여 줍니다.
JEONBO_LANG=ko|en은 언어를, LOG_LEVEL=error|warn|info|debug는 stderr 로그 수준을 정합니다.

종료 코드
  0  성공. --check: 모든 설정 정상, audit verify: 변경 없음
  1  도구나 로그인 실패. --check: 잘못된 설정 있음, audit verify: 변경됨
  2  명령줄 오류
  3  call: 메시지가 나갔는지 알 수 없음. 다시 실행하지 마세요
  4  call: 아무것도 보내지 않음. 먼저 사람의 확인이 필요하거나 거절됨. kakao login: 로그인하지 않았거나 동의하지 않음
`,
};

export function help({ stdout, language }: Context): number {
  stdout.write(texts[language]);
  return exitCodes.ok;
}

export function printVersion({ stdout }: Context): number {
  stdout.write(`${version()}\n`);
  return exitCodes.ok;
}
