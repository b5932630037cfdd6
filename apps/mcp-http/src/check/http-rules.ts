import { checkTexts, type Rule, type Verdict } from '@jeonbo/server';
import { checkHttpSettings, defaults, type HttpSettingName } from '../http-settings.ts';
import type { Language, ServerName } from '../types.ts';

const words: Record<Language, Record<'why' | 'never', string>> = {
  en: { why: 'A server that is open by mistake must not start.', never: 'none' },
  ko: { why: '실수로 열린 서버가 시작되어서는 안 됩니다.', never: '없음' },
};

/** What is meant where nothing is set. Total: a setting without an entry does not compile. */
const fallbacks: Record<HttpSettingName, string | number | undefined> = {
  HOST: defaults.host,
  PORT: defaults.port,
  JEONBO_HTTP_HOSTS: undefined,
  JEONBO_HTTP_TOKENS: undefined,
  JEONBO_HTTP_CALLER_KEYS: undefined,
  JEONBO_HTTP_RATE_LIMIT: defaults.rateLimit,
  JEONBO_HTTP_TIMEOUT: defaults.timeoutSeconds,
  JEONBO_HTTP_SESSIONS: defaults.sessions,
  JEONBO_HTTP_PROXIES: defaults.proxies,
};

export const httpSettingNames = Object.keys(fallbacks) as readonly HttpSettingName[];

/** One rule a setting, for what is served. */
export function httpRules(servers: readonly ServerName[]): Record<HttpSettingName, Rule> {
  const entries = httpSettingNames.map((name) => [name, httpRule(name, servers)] as const);
  return Object.fromEntries(entries) as Record<HttpSettingName, Rule>;
}

/** Read by the same code that the server reads it with, so that --check cannot think otherwise. */
function httpRule(name: HttpSettingName, servers: readonly ServerName[]): Rule {
  return ({ environment, language }) => {
    const { settings, problems } = checkHttpSettings(environment, servers);
    const value = shown(name, environment[name]?.trim(), language) ?? byDefault();
    const found = problems.find(({ variable }) => variable === name);
    if (!found) return { value };
    const { problem } = found;
    return {
      value,
      problem: problem[language],
      why: words[language].why,
      next: nextFor(name, language),
    };

    function byDefault(): string {
      const isCallerKeys = name === 'JEONBO_HTTP_CALLER_KEYS';
      const meant = isCallerKeys ? Number(settings.callerKeys) : fallbacks[name];
      return checkTexts[language].byDefault(String(meant ?? words[language].never));
    }
  };
}

/** Hashes are shown to nobody, names are. */
function shown(name: HttpSettingName, given: string | undefined, language: Language) {
  if (!given || name !== 'JEONBO_HTTP_TOKENS') return given || undefined;
  const { tokens } = checkHttpSettings({ JEONBO_HTTP_TOKENS: given }, []).settings;
  const names = [...new Set(tokens.map((token) => token.name))];
  return names.join(', ') || checkTexts[language].isSet(String(given.length));
}

function nextFor(name: HttpSettingName, language: Language): NonNullable<Verdict['next']> {
  if (name === 'JEONBO_HTTP_TOKENS') return 'jeonbo-mcp-http token NAME';
  return checkTexts[language].unset(name);
}
