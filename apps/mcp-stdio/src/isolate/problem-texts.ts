import type { Language } from '../types.ts';

/** What is wrong, and what would be right. */
type Pair = readonly [wrong: string, right: string];

const en = {
  SERVER_UNKNOWN: ['"{value}" cannot be run isolated.', 'There is: {known}.'],
  OPTION_UNKNOWN: ['There is no such option.', 'There are: {known}.'],
  OPTION_WRONG: ['"{value}" is not what it takes.', 'For example: {field} {right}'],
  MANIFEST_UNREADABLE: ['The manifest cannot be read ({reason}).', 'Name a JSON file.'],
  MANIFEST_NOT_JSON: ['This is not one JSON object ({reason}).', 'See the README for an example.'],
  FIELD_MISSING: ['The manifest does not have it.', 'Right would be: {right}.'],
  FIELD_WRONG: ['{value} is not what belongs here.', 'Right would be: {right}.'],
  FIELD_UNKNOWN: ['A manifest has no such field.', '{suggestion}There are: {known}.'],
  PERMISSION_UNKNOWN: ['There is no permission {value}.', '{suggestion}There are: {known}.'],
  PERMISSION_TWICE: ['{value} stands there twice.', 'Name it once.'],
  PERMISSION_MISSING: [
    'The manifest does not declare {value}, which this needs.',
    'Add {value} to its permissions if this server should have it; else do not ask for it.',
  ],
  CONSENT_NEEDED: [
    'Nobody is here to be asked, and no option allows it.',
    'Allow it with: {right}',
  ],
  PATH_NOT_FOUND: ['It does not exist.', 'Name a file or folder that is there.'],
  PATH_REFUSED: [
    'A server in a container must not have it ({reason}).',
    'Name a folder of its own, for example ~/.local/share/jeonbo.',
  ],
  PATH_NOT_WRITABLE: [
    'The server runs as user {user} and cannot write it.',
    'chown {user} {field}',
  ],
  DATABASE_URL_WRONG: [
    'It names neither a file nor a PostgreSQL server.',
    'file:/path/jeonbo.sqlite or postgres://user:password@host/name',
  ],
  URL_WRONG: ['It is no http(s) address.', 'For example https://api.twilio.com'],
  NAME_NOT_FOUND: [
    'The name has no IPv4 address ({reason}).',
    'Correct the name, or try again where it can be looked up.',
  ],
  NAME_NOT_PUBLIC: [
    'The name leads to {value}, which is no public address.',
    'If that is meant, allow the address itself: --allow-host {value}:{port}',
  ],
  ENGINE_NOT_FOUND: [
    'It is not installed, or not on PATH.',
    'Install Docker (https://docs.docker.com/get-docker/) or Podman (https://podman.io/docs/installation).',
  ],
  ENGINE_UNREACHABLE: [
    'It is installed and does not answer: {reason}',
    'Start it (Docker Desktop, `systemctl start docker`, `podman machine start`), then try again.',
  ],
  IMAGE_NOT_FOUND: [
    'This image is not here; none is fetched unasked.',
    'Build it once: jeonbo-mcp isolate twilio --build',
  ],
  BUILD_FAILED: ['The build ended with {reason}.', 'What the engine said is above.'],
} as const satisfies Record<string, Pair>;

const ko: Record<keyof typeof en, Pair> = {
  SERVER_UNKNOWN: ['"{value}"은(는) 격리해서 실행할 수 없습니다.', '가능한 것: {known}'],
  OPTION_UNKNOWN: ['그런 옵션은 없습니다.', '쓸 수 있는 것: {known}'],
  OPTION_WRONG: ['"{value}"은(는) 쓸 수 없는 값입니다.', '예: {field} {right}'],
  MANIFEST_UNREADABLE: ['매니페스트를 읽을 수 없습니다({reason}).', 'JSON 파일을 지정하세요.'],
  MANIFEST_NOT_JSON: ['JSON 객체 하나가 아닙니다({reason}).', '예시는 README에 있습니다.'],
  FIELD_MISSING: ['매니페스트에 없습니다.', '올바른 값: {right}'],
  FIELD_WRONG: ['{value}은(는) 올바른 값이 아닙니다.', '올바른 값: {right}'],
  FIELD_UNKNOWN: ['매니페스트에 그런 항목은 없습니다.', '{suggestion}쓸 수 있는 것: {known}'],
  PERMISSION_UNKNOWN: ['{value} 권한은 없습니다.', '{suggestion}쓸 수 있는 것: {known}'],
  PERMISSION_TWICE: ['{value}이(가) 두 번 있습니다.', '한 번만 적으세요.'],
  PERMISSION_MISSING: [
    '여기에는 {value} 권한이 필요한데 매니페스트에 없습니다.',
    '이 서버에 주어도 되면 permissions에 {value}을(를) 추가하고, 아니면 요청에서 빼세요.',
  ],
  CONSENT_NEEDED: [
    '물어볼 사람이 없고, 미리 허용한 옵션도 없습니다.',
    '허용하려면 다음을 붙이세요: {right}',
  ],
  PATH_NOT_FOUND: ['경로가 없습니다.', '실제로 있는 파일이나 폴더를 지정하세요.'],
  PATH_REFUSED: [
    '컨테이너 안의 서버에 줄 수 없는 경로입니다({reason}).',
    '전용 폴더를 지정하세요. 예: ~/.local/share/jeonbo',
  ],
  PATH_NOT_WRITABLE: ['서버는 사용자 {user}로 실행되어 쓸 수 없습니다.', 'chown {user} {field}'],
  DATABASE_URL_WRONG: [
    '파일도 PostgreSQL 서버도 아닙니다.',
    'file:/path/jeonbo.sqlite 또는 postgres://user:password@host/name',
  ],
  URL_WRONG: ['http(s) 주소가 아닙니다.', '예: https://api.twilio.com'],
  NAME_NOT_FOUND: [
    '이 이름의 IPv4 주소를 찾을 수 없습니다({reason}).',
    '이름을 고치거나, 이름을 찾을 수 있는 네트워크에서 다시 시도하세요.',
  ],
  NAME_NOT_PUBLIC: [
    '이 이름은 공인 주소가 아닌 {value}을(를) 가리킵니다.',
    '의도한 것이면 주소를 직접 허용하세요: --allow-host {value}:{port}',
  ],
  ENGINE_NOT_FOUND: [
    '설치되어 있지 않거나 PATH에 없습니다.',
    'Docker(https://docs.docker.com/get-docker/) 또는 Podman(https://podman.io/docs/installation)을 설치하세요.',
  ],
  ENGINE_UNREACHABLE: [
    '설치되어 있지만 응답하지 않습니다: {reason}',
    '먼저 실행하세요(Docker Desktop, `systemctl start docker`, `podman machine start`).',
  ],
  IMAGE_NOT_FOUND: [
    '이미지가 없습니다. 묻지 않고 내려받지 않습니다.',
    '한 번만 빌드하세요: jeonbo-mcp isolate twilio --build',
  ],
  BUILD_FAILED: [
    '빌드가 {reason}(으)로 끝났습니다.',
    '자세한 내용은 위에 있는 엔진의 출력을 보세요.',
  ],
};

export const problemTexts = { en, ko } as const satisfies Record<
  Language,
  Record<keyof typeof en, Pair>
>;
