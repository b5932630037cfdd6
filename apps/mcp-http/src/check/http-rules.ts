import { checkTexts, type Rule, type Verdict } from '@jeonbo/server';
import { checkHttpSettings, defaults, type HttpSettingName } from '../http-settings.ts';
import type { Language } from '../types.ts';

const words: Record<Language, Record<'why' | 'never', string>> = {
  en: { why: 'A server that is open by mistake must not start.', never: 'none' },
  ko: { why: '실수로 열린 서버가 시작되어서는 안 됩니다.', never: '없음' },
};

/** One rule a setting. Total: a setting without one does not compile. */
export const httpRules: Record<HttpSettingName, Rule> = {
  HOST: httpRule('HOST', defaults.host),
  PORT: httpRule('PORT', defaults.port),
  JEONBO_HTTP_HOSTS: httpRule('JEONBO_HTTP_HOSTS'),
  JEONBO_HTTP_TOKENS: httpRule('JEONBO_HTTP_TOKENS'),
  JEONBO_HTTP_CALLER_KEYS: httpRule('JEONBO_HTTP_CALLER_KEYS'),
  JEONBO_HTTP_RATE_LIMIT: httpRule('JEONBO_HTTP_RATE_LIMIT', defaults.rateLimit),
  JEONBO_HTTP_TIMEOUT: httpRule('JEONBO_HTTP_TIMEOUT', defaults.timeoutSeconds),
  JEONBO_HTTP_SESSIONS: httpRule('JEONBO_HTTP_SESSIONS', defaults.sessions),
};

export const httpSettingNames = Object.keys(httpRules) as readonly HttpSettingName[];

/** Read by the same code that the server reads it with, so that --check cannot think otherwise. */
function httpRule(name: HttpSettingName, fallback?: string | number): Rule {
  return ({ environment, language }) => {
    const { settings, problems } = checkHttpSettings(environment);
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
      const meant = name === 'JEONBO_HTTP_CALLER_KEYS' ? Number(settings.callerKeys) : fallback;
      return checkTexts[language].byDefault(String(meant ?? words[language].never));
    }
  };
}

/** Hashes are shown to nobody, names are. */
function shown(name: HttpSettingName, given: string | undefined, language: Language) {
  if (!given || name !== 'JEONBO_HTTP_TOKENS') return given || undefined;
  const { tokens } = checkHttpSettings({ JEONBO_HTTP_TOKENS: given }).settings;
  const names = [...new Set(tokens.map((token) => token.name))];
  return names.join(', ') || checkTexts[language].isSet(String(given.length));
}

function nextFor(name: HttpSettingName, language: Language): NonNullable<Verdict['next']> {
  if (name === 'JEONBO_HTTP_TOKENS') return 'jeonbo-mcp-http token NAME';
  return checkTexts[language].unset(name);
}
