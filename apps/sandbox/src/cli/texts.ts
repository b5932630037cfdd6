import { defaultAccountSid, defaultAuthToken, defaultSender } from '../twilio/tokens.ts';
import type { CliLanguage } from './language.ts';

/** What a program needs to come here. No key is checked without a seed. */
const variables = (url: string): string => `  export BAAS_API_BASE_URL=${url}
  export BAAS_API_KEY=any-key
  export PROJECT_ID=00000000-0000-4000-8000-000000000000

  export TWILIO_API_BASE_URL=${url}
  export TWILIO_ACCOUNT_SID=${defaultAccountSid}
  export TWILIO_AUTH_TOKEN=${defaultAuthToken}
  export TWILIO_PHONE_NUMBER=${defaultSender}

  export KAKAO_AUTH_BASE_URL=${url}
  export KAKAO_API_BASE_URL=${url}
  export KAKAO_CLIENT_ID=any-client-id
  export KAKAO_CLIENT_SECRET=any-client-secret`;

export interface CliTexts {
  readonly help: string;
  readonly started: (url: string) => string;
  readonly stopping: string;
  readonly open: (host: string) => string;
  readonly badUsage: (reason: string) => string;
  readonly notANumber: (name: string, value: string, most: number) => string;
  readonly portTaken: (port: number) => string;
  readonly seedUnreadable: (file: string, reason: string) => string;
  readonly seedWrong: (file: string, field: string, expected: string) => string;
}

const en: CliTexts = {
  help: `jeonbo-sandbox: the messaging providers on your own machine. Nothing reaches a real phone.

  jeonbo-sandbox [options]

  -p, --port NUMBER       port (PORT, default 4010; 0: any free one)
      --host ADDRESS      address to listen on (HOST, default 127.0.0.1)
  -s, --seed FILE         JSON file with accounts, senders and people
      --delivery-ms MS    each step of delivery (default 300)
      --keep NUMBER       messages and requests kept (default 10000)
  -h, --help
  -v, --version

  JEONBO_LANG=ko|en       language of this program (default: the locale)
  JEONBO_SANDBOX_HOSTS    further host names it may be asked by, with commas

Exit codes: 0 stopped, 1 could not start, 2 wrong usage or seed
`,
  started: (url) => `Jeonbo sandbox is running. Nothing sent to it reaches a real phone.

  Inbox   ${url}/

Set these where your program runs:

${variables(url)}

Ctrl+C stops it.
`,
  stopping: 'Stopping.\n',
  open: (host) => `Careful: ${host} can be reached by others, and the sandbox has no password.\n`,
  badUsage: (reason) => `${reason}\nSee jeonbo-sandbox --help\n`,
  notANumber: (name, value, most) =>
    `${name} must be a whole number from 0 to ${most}, not "${value}".\n`,
  portTaken: (port) =>
    `Port ${port} is taken, perhaps by another sandbox. Try --port 0 for any free one.\n`,
  seedUnreadable: (file, reason) => `The seed ${file} cannot be read: ${reason}\n`,
  seedWrong: (file, field, expected) =>
    `The seed ${file} is wrong: ${field} must be ${expected}.\n`,
};

const ko: CliTexts = {
  help: `jeonbo-sandbox: 문자·메시지 발송사를 내 컴퓨터에서 그대로 흉내 냅니다. 실제로 발송되지 않습니다.

  jeonbo-sandbox [옵션]

  -p, --port 번호         포트 (PORT, 기본값 4010, 0이면 빈 포트)
      --host 주소         열어 둘 주소 (HOST, 기본값 127.0.0.1)
  -s, --seed 파일         계정·발신번호·수신자를 담은 JSON 파일
      --delivery-ms 밀리초  전송 단계마다 걸리는 시간 (기본값 300)
      --keep 개수         보관할 메시지와 요청 수 (기본값 10000)
  -h, --help
  -v, --version

  JEONBO_LANG=ko|en       이 프로그램의 언어 (기본값: 시스템 로캘)
  JEONBO_SANDBOX_HOSTS    추가로 허용할 호스트 이름 (쉼표로 구분)

종료 코드: 0 정상 종료, 1 시작 실패, 2 잘못된 옵션 또는 시드
`,
  started: (url) => `Jeonbo 샌드박스가 실행 중입니다. 여기로 보낸 메시지는 실제로 발송되지 않습니다.

  수신함   ${url}/

프로그램을 실행하는 곳에 다음 환경 변수를 설정하세요.

${variables(url)}

끝내려면 Ctrl+C를 누르세요.
`,
  stopping: '종료합니다.\n',
  open: (host) =>
    `주의: ${host} 주소는 다른 사람도 접속할 수 있고, 샌드박스에는 비밀번호가 없습니다.\n`,
  badUsage: (reason) => `${reason}\n사용법은 jeonbo-sandbox --help 로 볼 수 있습니다.\n`,
  notANumber: (name, value, most) =>
    `${name} 값은 0부터 ${most}까지의 정수여야 합니다: "${value}"\n`,
  portTaken: (port) =>
    `${port}번 포트를 이미 쓰고 있습니다. 다른 샌드박스가 떠 있을 수 있습니다. --port 0 으로 빈 포트를 쓰세요.\n`,
  seedUnreadable: (file, reason) => `시드 파일 ${file}을(를) 읽을 수 없습니다: ${reason}\n`,
  seedWrong: (file, field, expected) =>
    `시드 파일 ${file}이(가) 잘못되었습니다. ${field}: ${expected}\n`,
};

export const cliTexts: Readonly<Record<CliLanguage, CliTexts>> = { ko, en };
