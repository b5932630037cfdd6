import { JeonboError } from '@jeonbo/core';
import { languages } from './language.ts';
import { logLevels } from './log.ts';
import { isHostName, isOrigin, isScheme, isThisMachine } from './setting-forms.ts';
import { settingWords as words } from './setting-words.ts';
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
  'JEONBO_LANG',
  'LOG_LEVEL',
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
  JEONBO_LANG: '',
  LOG_LEVEL: 'info',
};

/** Told by --check, but no reason not to start: other programs read variables of these names in their own way. */
const lenient: readonly SettingName[] = ['JEONBO_LANG', 'LOG_LEVEL'];

/** Reads the settings and everything that is wrong with them; for `--check`. */
export function checkSettings(environment: Environment): {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const report = (
    variable: SettingName,
    problem: Words,
    values: Readonly<Record<string, number | string>> = {},
  ) => {
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

  const oneOf = (name: SettingName, values: readonly string[]) => {
    const value = given(name).toLowerCase();
    if (value !== '' && !values.includes(value))
      report(name, words.oneOf, { values: values.join(', ') });
  };

  oneOf('JEONBO_LANG', languages);
  oneOf('LOG_LEVEL', logLevels);
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
  const { settings, problems: all } = checkSettings(environment);
  const problems = all.filter(({ variable }) => !lenient.includes(variable));
  const [first] = problems;
  if (!first) return settings;
  const message = problems
    .map(({ variable, problem }) => `${variable}: ${problem[language]}`)
    .join(' ');
  throw new JeonboError('VALIDATION_ERROR', message, { field: first.variable });
}
