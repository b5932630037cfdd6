import { JeonboError, type Language } from '@jeonbo/core';
import { fill, readOrigin } from '@jeonbo/server';
import type { Words } from '@jeonbo/tools';
import { readTokens, type Token } from './callers/tokens.ts';
import type { Environment, ServerName } from './types.ts';

/** How the server is reached, and by whom. */
export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  /** Names that a request may be addressed to, beside this machine's own. */
  readonly hosts: readonly string[];
  readonly tokens: readonly Token[];
  /** Whether callers may bring keys of their own. */
  readonly callerKeys: boolean;
  /** Requests of one caller in a minute; 0: any number. */
  readonly rateLimit: number;
  /** How long one call of a tool may take. */
  readonly timeoutMs: number;
  /** Sessions of 2025-era clients that may be open, over all callers. */
  readonly sessions: number;
  /** Proxies before this server, whose word about addresses counts. */
  readonly proxies: number;
}

export type HttpSettingName =
  | 'HOST'
  | 'PORT'
  | 'JEONBO_HTTP_HOSTS'
  | 'JEONBO_HTTP_TOKENS'
  | 'JEONBO_HTTP_CALLER_KEYS'
  | 'JEONBO_HTTP_RATE_LIMIT'
  | 'JEONBO_HTTP_TIMEOUT'
  | 'JEONBO_HTTP_SESSIONS'
  | 'JEONBO_HTTP_PROXIES';

export interface HttpSettingProblem {
  readonly variable: HttpSettingName | 'BASE_URL';
  readonly problem: Words;
}

export const defaults = {
  host: '127.0.0.1',
  port: 4020,
  rateLimit: 300,
  timeoutSeconds: 300,
  sessions: 1000,
  proxies: 0,
} as const;

const problems = {
  count: {
    en: 'It must be a whole number from {least} to {most}.',
    ko: '{least} 이상 {most} 이하의 정수여야 합니다.',
  },
  hosts: {
    en: 'Entry {entry} is no host name. Write names without http:// and port, separated by commas.',
    ko: '{entry}번째 항목이 호스트 이름이 아닙니다. http://와 포트 없이 이름만 쉼표로 구분해 적으세요.',
  },
  tokens: {
    en: 'Entry {entry} is not name:hash, as `jeonbo-mcp-http token NAME` prints it.',
    ko: '{entry}번째 항목이 이름:해시 형식이 아닙니다. `jeonbo-mcp-http token NAME`이 출력하는 형식입니다.',
  },
  oneOrZero: { en: 'It must be 1 or 0.', ko: '1 또는 0이어야 합니다.' },
  open: {
    en: 'HOST opens the server to other machines, but nobody has to say who they are. Make a token (jeonbo-mcp-http token NAME), or let callers bring their own keys: JEONBO_HTTP_CALLER_KEYS=1.',
    ko: 'HOST로 다른 컴퓨터에 서버를 열었지만 인증이 없습니다. 토큰을 만들거나(jeonbo-mcp-http token NAME) 호출자가 자신의 키를 보내게 하세요(JEONBO_HTTP_CALLER_KEYS=1).',
  },
  noBaseUrl: {
    en: 'HOST opens the server to other machines. Set BASE_URL to the https address by which people reach it: Kakao leads them back to it.',
    ko: 'HOST로 다른 컴퓨터에 서버를 열었습니다. 카카오 로그인 뒤 돌아올 수 있도록 사람들이 접속하는 https 주소를 BASE_URL에 지정하세요.',
  },
  baseUrl: {
    en: 'It must be an origin, https://example.com (http only on this machine), without a path.',
    ko: '경로 없이 https://example.com 형식이어야 합니다(http는 이 컴퓨터에서만).',
  },
  nobody: {
    en: 'Nobody can call: there is no token, and callers may not bring their own keys.',
    ko: '아무도 호출할 수 없습니다. 토큰이 없고 호출자의 키도 받지 않습니다.',
  },
} as const satisfies Record<string, Words>;

/**
 * Reads the settings and everything that is wrong with them; for `--check`.
 *
 * @param servers callers of kakao log in, so where nothing else is served nobody needs a token or keys
 */
export function checkHttpSettings(
  environment: Environment,
  servers: readonly ServerName[],
): {
  readonly settings: HttpSettings;
  readonly problems: readonly HttpSettingProblem[];
} {
  const found: HttpSettingProblem[] = [];
  const report = (variable: HttpSettingProblem['variable'], words: Words, values: Values = {}) => {
    found.push({ variable, problem: { en: fill(words.en, values), ko: fill(words.ko, values) } });
  };
  const count = (variable: HttpSettingName, fallback: number, least: number, most: number) => {
    const given = environment[variable]?.trim();
    if (!given) return fallback;
    const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return value;
    report(variable, problems.count, { least, most });
    return fallback;
  };

  const host = environment.HOST?.trim() || defaults.host;
  const tokens = readTokens(environment.JEONBO_HTTP_TOKENS ?? '');
  if ('wrongEntry' in tokens)
    report('JEONBO_HTTP_TOKENS', problems.tokens, { entry: tokens.wrongEntry });
  const known = 'wrongEntry' in tokens ? [] : tokens;
  const hosts = (environment.JEONBO_HTTP_HOSTS ?? '').split(/[\s,]+/).filter(Boolean);
  const wrong = hosts.findIndex((name) => !isHostName(name));
  if (wrong >= 0) report('JEONBO_HTTP_HOSTS', problems.hosts, { entry: wrong + 1 });

  const keys = environment.JEONBO_HTTP_CALLER_KEYS?.trim();
  if (keys && keys !== '0' && keys !== '1') report('JEONBO_HTTP_CALLER_KEYS', problems.oneOrZero);
  const local = isThisMachine(host);
  const callerKeys = keys ? keys === '1' : local;
  const needsKeys = servers.some((name) => name !== 'kakao');
  if (needsKeys && !callerKeys && known.length === 0 && !('wrongEntry' in tokens))
    report(
      local ? 'JEONBO_HTTP_CALLER_KEYS' : 'JEONBO_HTTP_TOKENS',
      local ? problems.nobody : problems.open,
    );

  if (servers.includes('kakao')) {
    const base = environment.BASE_URL?.trim();
    if (base && !readOrigin(base)) report('BASE_URL', problems.baseUrl);
    if (!base && !local) report('BASE_URL', problems.noBaseUrl);
  }

  return {
    settings: {
      host,
      port: count('PORT', defaults.port, 0, 65_535),
      hosts,
      tokens: known,
      callerKeys,
      rateLimit: count('JEONBO_HTTP_RATE_LIMIT', defaults.rateLimit, 0, 100_000_000),
      timeoutMs: count('JEONBO_HTTP_TIMEOUT', defaults.timeoutSeconds, 1, 86_400) * 1000,
      sessions: count('JEONBO_HTTP_SESSIONS', defaults.sessions, 1, 1_000_000),
      proxies: count('JEONBO_HTTP_PROXIES', defaults.proxies, 0, 10),
    },
    problems: found,
  };
}

/** @throws JeonboError `VALIDATION_ERROR`; a server that is open by mistake must not start */
export function readHttpSettings(
  environment: Environment,
  servers: readonly ServerName[],
  language: Language,
): HttpSettings {
  const { settings, problems: found } = checkHttpSettings(environment, servers);
  const [first] = found;
  if (!first) return settings;
  const message = found
    .map(({ variable, problem }) => `${variable}: ${problem[language]}`)
    .join(' ');
  throw new JeonboError('VALIDATION_ERROR', message, { field: first.variable });
}

/** Whether only programs of this machine can reach it. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isHostName(name: string): boolean {
  return /^(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9a-fA-F:]+\])$/.test(name);
}

type Values = Readonly<Record<string, number>>;
