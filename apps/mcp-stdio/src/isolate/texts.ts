import type { Language } from '../types.ts';
import type { RuntimePermission } from './runtime-permission.ts';

const questions: Record<Language, (permission: RuntimePermission) => string> = {
  en: (permission) => {
    switch (permission.kind) {
      case 'domain':
        return `Allow access to domain: ${permission.domain}:${permission.port}`;
      case 'host':
        return `Allow access to host: ${permission.host}:${permission.port}`;
      case 'env':
        return `Allow access to env var: ${permission.name}`;
      case 'path':
        return `Allow access to file system path: ${permission.path} (read: yes, write: ${permission.mode === 'rw' ? 'yes' : 'no'})`;
    }
  },
  ko: (permission) => {
    switch (permission.kind) {
      case 'domain':
        return `도메인 접근을 허용할까요: ${permission.domain}:${permission.port}`;
      case 'host':
        return `호스트 접근을 허용할까요: ${permission.host}:${permission.port}`;
      case 'env':
        return `환경 변수 접근을 허용할까요: ${permission.name}`;
      case 'path':
        return `파일 경로 접근을 허용할까요: ${permission.path} (읽기: 예, 쓰기: ${permission.mode === 'rw' ? '예' : '아니요'})`;
    }
  },
};

export function questionFor(permission: RuntimePermission, language: Language): string {
  return questions[language](permission);
}

const en = {
  yesNo: '(yes/no)',
  leftOut: 'Left out: {kind} {text}',
  notSet: 'Left out: env {text}, which is not set here',
  noLedger:
    'Without its folder the ledger is gone with the container: a repeat after a restart is not recognized.',
  noNetwork: 'Nothing may be reached: the container has no network.',
  loopback: '{text} is the container itself there, not this machine.',
  neverGiven: 'The manifest declares {text}, which this launcher gives to nobody.',
  code: 'Code of this machine, read-only at /code: {text}',
  nextTime: 'The same without questions, for the configuration of an MCP client:',
  started: '{name} runs isolated in {engine} ({image}). It may reach: {text}',
  nothing: 'nothing',
  notPinned: 'Not looked up again: {text} ({reason}). The addresses so far stay.',
  built: 'Built: {text}',
  help: `jeonbo-mcp isolate twilio: the server in a container that reaches only what you allow.

  jeonbo-mcp isolate twilio --build           builds the image, once for each version
  jeonbo-mcp isolate twilio                   asks for each permission, then serves (at a terminal)
  jeonbo-mcp isolate twilio --allow-… …       the same for an MCP client, where nobody can be asked

  --allow-domain NAME:PORT    a name that it may reach, pinned to its addresses: api.twilio.com:443
  --allow-host ADDRESS:PORT   an IPv4 address that it may reach
  --allow-env NAME            a variable that it may read; the value never stands on a command line
  --allow-path PATH:ro|rw     a file or folder that it may read, or read and write
  --yes                       allows everything that the server asks for
  --no-ask                    leaves out what no option allows, without a question
  --manifest FILE             another server than the one that ships here (README)
  --engine docker|podman      default: the first that answers
  --image NAME                default: localhost/jeonbo-mcp and this version

Exit codes: 1 something is wrong · 2 the command line is wrong · 4 a permission is neither allowed nor can anybody be
asked · else that of the server.
`,
} as const;

const ko: Record<keyof typeof en, string> = {
  yesNo: '(예/아니요)',
  leftOut: '제외함: {kind} {text}',
  notSet: '제외함: env {text} (설정되어 있지 않음)',
  noLedger:
    '폴더가 없으면 발송 기록이 컨테이너와 함께 사라집니다. 다시 시작한 뒤의 중복 발송을 알아볼 수 없습니다.',
  noNetwork: '아무 데도 연결할 수 없습니다. 컨테이너에 네트워크가 없습니다.',
  loopback: '컨테이너 안에서 {text}은(는) 이 컴퓨터가 아니라 컨테이너 자신입니다.',
  neverGiven: '매니페스트의 {text}은(는) 이 실행기가 누구에게도 주지 않는 권한입니다.',
  code: '이 컴퓨터의 코드(읽기 전용, /code): {text}',
  nextTime: 'MCP 클라이언트 설정에 넣으면 묻지 않고 똑같이 실행됩니다.',
  started: '{name}을(를) {engine}에서 격리 실행합니다({image}). 연결할 수 있는 곳: {text}',
  nothing: '없음',
  notPinned: '주소를 다시 찾지 못했습니다: {text} ({reason}). 지금까지의 주소를 계속 씁니다.',
  built: '빌드 완료: {text}',
  help: `jeonbo-mcp isolate twilio: 허용한 곳에만 연결되는 컨테이너에서 서버를 실행합니다.

  jeonbo-mcp isolate twilio --build           이미지를 만듭니다. 버전마다 한 번
  jeonbo-mcp isolate twilio                   권한을 하나씩 물어본 뒤 실행합니다(터미널에서)
  jeonbo-mcp isolate twilio --allow-… …       물어볼 수 없는 MCP 클라이언트에서 실행할 때

  --allow-domain 이름:포트    연결을 허용할 이름. 그 주소로만 연결됩니다. 예: api.twilio.com:443
  --allow-host 주소:포트      연결을 허용할 IPv4 주소
  --allow-env 이름            읽기를 허용할 환경 변수. 값은 명령줄에 나타나지 않습니다
  --allow-path 경로:ro|rw     읽기(ro) 또는 읽기와 쓰기(rw)를 허용할 파일이나 폴더
  --yes                       서버가 요청하는 것을 모두 허용합니다
  --no-ask                    허용하지 않은 것은 묻지 않고 제외합니다
  --manifest 파일             기본 서버 대신 다른 서버(README 참고)
  --engine docker|podman      기본값: 먼저 응답하는 것
  --image 이름                기본값: localhost/jeonbo-mcp와 이 버전

종료 코드: 1 잘못된 것이 있음 · 2 명령줄 오류 · 4 허용되지 않은 권한이 있는데 물어볼 사람이 없음 · 그 밖에는 서버의 종료 코드
`,
};

export const isolateTexts: Record<Language, Record<keyof typeof en, string>> = { en, ko };
