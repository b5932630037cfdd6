import type { SettingName } from '../settings.ts';
import { isThisMachine } from '../this-machine.ts';
import type { Rule } from './finding.ts';
import { checkTexts } from './texts.ts';

const answerMs = 5_000;

/** One GET to the origin, without a key: any answer at all shows that somebody is there. */
export function baseUrlRule(name: SettingName, officialUrl: string): Rule {
  return async ({ environment, language, signal }) => {
    const texts = checkTexts[language];
    const given = environment[name];
    const url = URL.parse(given || officialUrl);
    const next = texts.unset(name);
    if (!url || !/^https?:$/.test(url.protocol))
      return { value: '?', problem: texts.urlForm, why: texts.urlUnreachableWhy, next };
    // Without what may be a password in it.
    const { origin } = url;
    const value = given ? origin : texts.byDefault(officialUrl);
    if (url.protocol === 'http:' && !isThisMachine(url.hostname))
      return { value, problem: texts.urlInsecure, why: texts.urlInsecureWhy, next };
    const reason = await failureOf(origin, signal);
    if (reason === undefined) return { value };
    return {
      value,
      problem: texts.urlUnreachable(reason),
      why: texts.urlUnreachableWhy,
      next: texts.urlUnreachableNext(origin),
    };
  };
}

async function failureOf(origin: string, signal: AbortSignal | undefined) {
  const limits = [AbortSignal.timeout(answerMs), ...(signal ? [signal] : [])];
  try {
    const response = await fetch(origin, { redirect: 'manual', signal: AbortSignal.any(limits) });
    await response.body?.cancel();
    return undefined;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    return String(code ?? (error instanceof Error ? error.name : error));
  }
}
