import { JeonboError } from '@jeonbo/core';
import { readTokens, type Tokens } from './tokens.ts';
import type { Environment, Language } from './types.ts';
import { fillWords, type Words } from './words.ts';

export interface Settings {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** First part of every key. */
  readonly toolName: string;
  readonly autoCreateAttributes: boolean;
  /** Of URLs that are kept. */
  readonly schemes: readonly string[];
  readonly tokens: Tokens;
  /** Names that a request may be addressed to, beside this machine's own. */
  readonly hosts: readonly string[];
  /** Of pages elsewhere that may call. */
  readonly origins: readonly string[];
  /** Requests of one caller in a minute; 0: any number. */
  readonly rateLimit: number;
  /** Whether webhooks may go to addresses of private networks and of this machine. */
  readonly privateWebhooks: boolean;
}

export const settingNames = [
  'DATABASE_URL',
  'HOST',
  'PORT',
  'TOOL_NAME',
  'AUTO_CREATE_ATTRIBUTES',
  'URL_DB_SCHEMES',
  'URL_DB_TOKENS',
  'URL_DB_HOSTS',
  'URL_DB_ORIGINS',
  'URL_DB_RATE_LIMIT',
  'URL_DB_PRIVATE_WEBHOOKS',
] as const;
export type SettingName = (typeof settingNames)[number];

export interface SettingProblem {
  readonly variable: SettingName;
  readonly problem: Words;
}

/** What is meant where nothing is set, as it would be written. Total: a setting without an entry does not compile. */
export const defaults: Readonly<Record<SettingName, string>> = {
  DATABASE_URL: 'file:./url-db.sqlite',
  HOST: '127.0.0.1',
  PORT: '8080',
  TOOL_NAME: 'url-db',
  AUTO_CREATE_ATTRIBUTES: 'true',
  URL_DB_SCHEMES: 'http,https',
  URL_DB_TOKENS: '',
  URL_DB_HOSTS: '',
  URL_DB_ORIGINS: '',
  URL_DB_RATE_LIMIT: '0',
  URL_DB_PRIVATE_WEBHOOKS: 'false',
};

const words = {
  count: {
    en: 'It must be a whole number from {least} to {most}.',
    ko: '{least} 이상 {most} 이하의 정수여야 합니다.',
  },
  databaseUrl: {
    en: 'It must be file:… or postgres://….',
    ko: 'file:… 또는 postgres://… 형식이어야 합니다.',
  },
  toolName: {
    en: 'It must have 1 to 50 letters, digits, dots, hyphens or underscores.',
    ko: '영문자, 숫자, 점, 하이픈, 밑줄 1~50자여야 합니다.',
  },
  trueOrFalse: { en: 'It must be true or false.', ko: 'true 또는 false여야 합니다.' },
  scheme: {
    en: 'Entry {entry} is no scheme that can be kept. Write names such as ftp, separated by commas; javascript and data never.',
    ko: '{entry}번째 항목은 저장할 수 있는 스킴이 아닙니다. ftp 같은 이름을 쉼표로 구분해 적으세요. javascript와 data는 쓸 수 없습니다.',
  },
  token: {
    en: 'Entry {entry} must have 16 visible characters or more, or be sha256: and the hash of a token.',
    ko: '{entry}번째 항목은 공백 없는 16자 이상이거나 sha256:과 토큰의 해시여야 합니다.',
  },
  open: {
    en: 'HOST opens the server to other machines, but nobody has to say who they are. Set URL_DB_TOKENS to a long random token.',
    ko: 'HOST로 다른 컴퓨터에 서버를 열었지만 인증이 없습니다. URL_DB_TOKENS에 길고 무작위인 토큰을 지정하세요.',
  },
  host: {
    en: 'Entry {entry} is no host name. Write names without http:// and port, separated by commas.',
    ko: '{entry}번째 항목이 호스트 이름이 아닙니다. http://와 포트 없이 이름만 쉼표로 구분해 적으세요.',
  },
  origin: {
    en: 'Entry {entry} is no origin such as https://example.com, without a path.',
    ko: '{entry}번째 항목이 https://example.com처럼 경로 없는 출처가 아닙니다.',
  },
} as const satisfies Record<string, Words>;

/** Reads the settings and everything that is wrong with them; for `--check`. */
export function checkSettings(environment: Environment): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const report = (variable: SettingName, problem: Words, values: Record<string, number> = {}) => {
    problems.push({ variable, problem: fillWords(problem, values) });
  };
  const given = (name: SettingName) => environment[name]?.trim() || defaults[name];
  const entries = (name: SettingName) =>
    given(name)
      .split(/[\s,]+/)
      .filter(Boolean);
  const list = (name: SettingName, isRight: (entry: string) => boolean, problem: Words) => {
    const wrong = entries(name).findIndex((entry) => !isRight(entry));
    if (wrong >= 0) report(name, problem, { entry: wrong + 1 });
    return entries(name).filter(isRight);
  };
  const count = (name: SettingName, most: number) => {
    const value = /^\d{1,9}$/.test(given(name)) ? Number(given(name)) : Number.NaN;
    if (value >= 0 && value <= most) return value;
    report(name, words.count, { least: 0, most });
    return Number(defaults[name]);
  };

  const isTrue = (name: SettingName) => {
    const value = given(name).toLowerCase();
    if (!/^(?:true|false|1|0)$/.test(value)) report(name, words.trueOrFalse);
    return value === 'true' || value === '1';
  };

  const databaseUrl = given('DATABASE_URL');
  if (!/^(?:file:|postgres(?:ql)?:\/\/)./.test(databaseUrl))
    report('DATABASE_URL', words.databaseUrl);
  const toolName = given('TOOL_NAME');
  if (!/^[A-Za-z0-9._-]{1,50}$/.test(toolName)) report('TOOL_NAME', words.toolName);
  const tokens = readTokens(given('URL_DB_TOKENS'));
  if ('wrongEntry' in tokens) report('URL_DB_TOKENS', words.token, { entry: tokens.wrongEntry });
  const known = 'wrongEntry' in tokens ? undefined : tokens;
  const host = given('HOST');
  if (known?.length === 0 && !isThisMachine(host)) report('URL_DB_TOKENS', words.open);

  return {
    settings: {
      databaseUrl,
      host,
      port: count('PORT', 65_535),
      toolName,
      autoCreateAttributes: isTrue('AUTO_CREATE_ATTRIBUTES'),
      schemes: [
        ...new Set([
          'http',
          'https',
          ...list('URL_DB_SCHEMES', isScheme, words.scheme).map((scheme) => scheme.toLowerCase()),
        ]),
      ],
      tokens: known ?? [],
      hosts: list('URL_DB_HOSTS', isHostName, words.host),
      origins: list('URL_DB_ORIGINS', isOrigin, words.origin),
      rateLimit: count('URL_DB_RATE_LIMIT', 100_000_000),
      privateWebhooks: isTrue('URL_DB_PRIVATE_WEBHOOKS'),
    },
    problems,
  };
}

/** @throws JeonboError `VALIDATION_ERROR`; a server that is open by mistake must not start */
export function readSettings(environment: Environment, language: Language): Settings {
  const { settings, problems } = checkSettings(environment);
  const [first] = problems;
  if (!first) return settings;
  const message = problems
    .map(({ variable, problem }) => `${variable}: ${problem[language]}`)
    .join(' ');
  throw new JeonboError('VALIDATION_ERROR', message, { field: first.variable });
}

/** Whether only programs of this machine can reach it. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isScheme(name: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]{0,30}$/i.test(name) && !/^(?:javascript|data|vbscript|blob)$/i.test(name)
  );
}

function isHostName(name: string): boolean {
  return /^(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9a-fA-F:]+\])$/.test(name);
}

function isOrigin(origin: string): boolean {
  return /^https?:\/\//.test(origin) && URL.parse(origin)?.origin === origin;
}
