import type { Language } from './types.ts';

export const helpTexts: Record<Language, string> = {
  en: `url-db: URLs in domains with typed attributes, for programs (REST), agents (MCP) and people (a prompt).

  url-db                       serve REST and MCP over HTTP at http://127.0.0.1:8080 (-mcp-mode=sse and =http mean the same)
  url-db -mcp-mode=stdio       in a terminal a prompt, over a pipe MCP; --repl or --rpc force one
  url-db import FILE           take in bookmarks of a browser, CSV or JSON lines; again: goes on, makes no duplicates
  url-db export [FILE]         write everything out, JSON lines where FILE says nothing else
                               both: --domain NAME, --format netscape|csv|jsonl; - is the pipe
  url-db backup FILE           copy a SQLite database while it is in use
  url-db migrate --to URL      move everything with its ids into an empty database, file:… or postgres://…
  url-db --check [--json]      look at every setting and open the database
  url-db --help | --version

Settings come from environment variables, or as KEY=VALUE anywhere on the command line; --check names them all.

  url-db -mcp-mode=stdio DATABASE_URL=file:~/mcp/url-db/url-db.db

DATABASE_URL (file:./url-db.sqlite) is a file or postgres://…. HOST (127.0.0.1) and PORT (8080) say where it listens;
another HOST needs URL_DB_TOKENS, the tokens that callers send as Authorization: Bearer.
JEONBO_LANG=ko|en chooses the language here, LOG_LEVEL=error|warn|info|debug what is logged on stderr.

Also there: GET /docs (try the API), /openapi.json, /healthz, /readyz (the database answers), /metrics (Prometheus).

Webhooks leave from this HTTP server alone: what the prompt, MCP on stdio or an import changes waits in the database for it.

SIGTERM stops it: no new requests, running ones finish (30 s).

Exit codes
  0  done, or stopped; --check: every setting is right
  1  it could not start, or a command failed; --check: a setting is wrong
  2  the command line is wrong
  3  import: rows at fault were skipped and told, all others were taken
`,
  ko: `url-db: URL을 도메인별로, 유형이 있는 속성과 함께 저장합니다. 프로그램(REST), AI(MCP), 사람(프롬프트)이 함께 씁니다.

  url-db                       REST와 MCP를 http://127.0.0.1:8080에서 실행(-mcp-mode=sse, =http도 같음)
  url-db -mcp-mode=stdio       터미널에서는 프롬프트, 파이프에서는 MCP. --repl, --rpc로 하나를 지정
  url-db import FILE           브라우저 북마크, CSV, JSON Lines 가져오기. 다시 실행하면 중복 없이 이어집니다
  url-db export [FILE]         모두 내보내기. FILE에서 형식을 알 수 없으면 JSON Lines
                               공통: --domain NAME, --format netscape|csv|jsonl. -는 파이프
  url-db backup FILE           사용 중인 SQLite 데이터베이스를 복사
  url-db migrate --to URL      모든 데이터를 id까지 그대로 빈 데이터베이스(file:…, postgres://…)로 이동
  url-db --check [--json]      모든 설정을 점검하고 데이터베이스를 열어 봅니다
  url-db --help | --version

설정은 환경 변수나 명령줄의 KEY=VALUE로 합니다. 전체 목록은 --check가 보여 줍니다.

  url-db -mcp-mode=stdio DATABASE_URL=file:~/mcp/url-db/url-db.db

DATABASE_URL(file:./url-db.sqlite)은 파일이나 postgres://…입니다. HOST(127.0.0.1)와 PORT(8080)는 주소를 정합니다.
다른 HOST를 쓰려면 호출자가 Authorization: Bearer로 보낼 토큰을 URL_DB_TOKENS에 지정해야 합니다.
JEONBO_LANG=ko|en은 언어를, LOG_LEVEL=error|warn|info|debug는 stderr 로그 수준을 정합니다.

그 밖의 주소: GET /docs (API 시험), /openapi.json, /healthz, /readyz (데이터베이스 확인), /metrics (Prometheus)

웹훅은 이 HTTP 서버만 보냅니다. 프롬프트, stdio MCP, import로 바뀐 내용은 서버가 실행될 때 전달됩니다.

SIGTERM을 받으면 종료합니다. 새 요청은 받지 않고 실행 중인 요청은 마칩니다(30초).

종료 코드
  0  성공 또는 정상 종료. --check: 모든 설정 정상
  1  시작하지 못했거나 명령 실패. --check: 잘못된 설정 있음
  2  명령줄 오류
  3  import: 잘못된 행을 알리고 건너뜀. 나머지는 모두 가져옴
`,
};
