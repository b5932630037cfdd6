import type { Language } from '@jeonbo/core';

const en = {
  notSet: 'not set',
  isSet: (length: string) => `set, ${length} characters`,
  byDefault: (value: string) => `not set: ${value}`,
  keyMissing: 'BAAS_API_KEY is not set.',
  keyWhy: 'BaaS refuses every request without a key.',
  keySpaces: 'BAAS_API_KEY holds white space or characters that cannot stand in an HTTP header.',
  keySpacesWhy: 'It was probably cut or quoted wrongly when it was copied.',
  projectMissing: 'PROJECT_ID is not set.',
  projectWhy: 'Profile v1 sends it with every message; each call would need project_id.',
  projectForm: 'PROJECT_ID is not a UUID.',
  projectFormNext: 'export PROJECT_ID=00000000-0000-0000-0000-000000000000 (yours)',
  oneOf: (words: string) => `It must be one of ${words}.`,
  oneOfWhy: 'Another value is not understood, and the default would be a guess.',
  unset: (name: string) => `unset ${name}`,
  setTo: (name: string, value: string) => `export ${name}=${value}`,
  urlForm: 'It is no http(s) address.',
  urlInsecure: 'It is http to another machine.',
  urlInsecureWhy: 'The key would cross the network readable.',
  urlUnreachable: (reason: string) => `Nothing answers there (${reason}).`,
  urlUnreachableWhy: 'No message can leave.',
  urlUnreachableNext: (url: string) => `curl -v ${url}`,
  guardWhy: 'A guard rail that is set wrongly is none, so the server does not start.',
  days: 'It must be a whole number of days from 1.',
  daysWhy: 'A mistyped number must not delete the ledger.',
  storeWhy: 'Without a ledger nothing is sent: a repeat could not be told from a new message.',
  storeNext: 'export DATABASE_URL=file:/path/you/may/write/jeonbo.sqlite',
  secretKeyWhy: 'It is behind all hashes of the ledger.',
  secretKeyNext: 'export JEONBO_SECRET_KEY="$(openssl rand -base64 32)"',
  allRight: 'Everything is right. Start it: {command}',
  someWrong: '{count} of {total} settings are wrong.',
  why: 'why:  ',
  next: 'next: ',
} as const;

type Texts = {
  readonly [Name in keyof typeof en]: (typeof en)[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};

const ko: Texts = {
  notSet: '설정되지 않음',
  isSet: (length) => `설정됨(${length}자)`,
  byDefault: (value) => `설정되지 않음: ${value}`,
  keyMissing: 'BAAS_API_KEY가 설정되지 않았습니다.',
  keyWhy: '키가 없으면 BaaS가 모든 요청을 거부합니다.',
  keySpaces: 'BAAS_API_KEY에 공백이나 HTTP 헤더에 쓸 수 없는 문자가 있습니다.',
  keySpacesWhy: '복사하다가 잘렸거나 따옴표가 잘못 들어갔을 가능성이 큽니다.',
  projectMissing: 'PROJECT_ID가 설정되지 않았습니다.',
  projectWhy:
    'v1 프로필은 모든 메시지에 프로젝트 ID를 보냅니다. 없으면 호출마다 project_id를 넘겨야 합니다.',
  projectForm: 'PROJECT_ID가 UUID 형식이 아닙니다.',
  projectFormNext: 'export PROJECT_ID=00000000-0000-0000-0000-000000000000 (실제 값으로)',
  oneOf: (words) => `다음 중 하나여야 합니다: ${words}`,
  oneOfWhy: '다른 값은 해석할 수 없고, 기본값으로 짐작하지 않습니다.',
  unset: (name) => `unset ${name}`,
  setTo: (name, value) => `export ${name}=${value}`,
  urlForm: 'http(s) 주소가 아닙니다.',
  urlInsecure: '다른 컴퓨터로 가는 http 주소입니다.',
  urlInsecureWhy: '키가 암호화되지 않은 채 네트워크를 지나갑니다.',
  urlUnreachable: (reason) => `응답이 없습니다(${reason}).`,
  urlUnreachableWhy: '메시지를 하나도 보낼 수 없습니다.',
  urlUnreachableNext: (url) => `curl -v ${url}`,
  guardWhy: '잘못 설정된 안전장치는 없는 것과 같으므로 서버가 시작되지 않습니다.',
  days: '1 이상의 일수(정수)여야 합니다.',
  daysWhy: '잘못 입력한 숫자로 발송 기록이 지워지면 안 됩니다.',
  storeWhy: '발송 기록이 없으면 중복 발송을 구분할 수 없어 아무것도 보내지 않습니다.',
  storeNext: 'export DATABASE_URL=file:/쓰기/가능한/경로/jeonbo.sqlite',
  secretKeyWhy: '발송 기록의 모든 해시가 이 키로 만들어집니다.',
  secretKeyNext: 'export JEONBO_SECRET_KEY="$(openssl rand -base64 32)"',
  allRight: '모든 설정이 정상입니다. 실행: {command}',
  someWrong: '설정 {total}개 중 {count}개가 잘못되었습니다.',
  why: '이유: ',
  next: '다음: ',
};

export const checkTexts: Record<Language, Texts> = { en, ko };
