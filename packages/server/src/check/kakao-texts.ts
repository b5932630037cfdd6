import type { Language } from '@jeonbo/core';

const en = {
  missing: (name: string) => `${name} is not set.`,
  refused: 'Without it, or with a wrong one, Kakao lets nobody log in.',
  spaces: (name: string) => `${name} holds white space or other signs that none has.`,
  noSecret: 'not set: right where the console says that none is used',
  noOrigin:
    'not set: on stdio texts over 200 characters are refused, over HTTP it is the address listened on',
  originForm: 'It must be an origin: https, or http on this machine, and without a path.',
  originWhy: 'Redirect URIs and addresses of pages begin with it, letter for letter.',
  accountForm: 'It must be 1 to 64 letters, digits or . _ -, and begin with a letter or digit.',
  accountWhy: 'It names a login that was made by `jeonbo-mcp kakao login --account NAME`.',
} as const;

type Texts = {
  readonly [Name in keyof typeof en]: (typeof en)[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};

const ko: Texts = {
  missing: (name) => `${name}이(가) 설정되지 않았습니다.`,
  refused: '이 값이 없거나 틀리면 카카오 로그인이 되지 않습니다.',
  spaces: (name) => `${name}에 공백이나 들어갈 수 없는 문자가 있습니다.`,
  noSecret: '설정되지 않음: 콘솔에서 클라이언트 시크릿을 쓰지 않을 때만 맞습니다',
  noOrigin:
    '설정되지 않음: stdio에서는 200자를 넘는 글이 거부되고, HTTP에서는 서버의 주소를 씁니다',
  originForm: '경로 없는 origin이어야 합니다. https, 또는 이 컴퓨터의 http만 됩니다.',
  originWhy: '리다이렉트 URI와 페이지 주소가 이 값으로 시작하므로 한 글자도 다르면 안 됩니다.',
  accountForm: '문자, 숫자, . _ - 로 된 1~64자이고 문자나 숫자로 시작해야 합니다.',
  accountWhy: '`jeonbo-mcp kakao login --account 이름`으로 만든 로그인을 가리킵니다.',
};

export const kakaoTexts: Record<Language, Texts> = { en, ko };
