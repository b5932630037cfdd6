import type { CommandContext } from '@jeonbo/server';
import { makeToken, metricsName, tokenEntry } from './callers/tokens.ts';
import { exitCodes } from './exit-codes.ts';
import type { Language } from './types.ts';

const words: Record<Language, { once: string; metrics: string }> = {
  en: {
    once: 'The token is shown this once; give it to {name} alone. The server needs the second line only: it holds the hash.',
    metrics: 'This name reads /metrics and calls nothing.',
  },
  ko: {
    once: '토큰은 지금 한 번만 보입니다. {name}에게만 전달하세요. 서버에는 둘째 줄만 설정합니다. 해시만 들어 있습니다.',
    metrics: '이 이름의 토큰은 /metrics만 읽을 수 있습니다.',
  },
};

/** Makes a token and the setting that knows it, beside those that are set already. Keeps neither. */
export function printToken(
  name: string,
  { environment, language, stdout, stderr }: CommandContext,
): number {
  const token = makeToken();
  const entries = [environment.JEONBO_HTTP_TOKENS?.trim(), tokenEntry(name, token)];
  stdout.write(`${token}\nJEONBO_HTTP_TOKENS=${entries.filter(Boolean).join(',')}\n`);
  const { once, metrics } = words[language];
  stderr.write(`${once.replace('{name}', name)}\n`);
  if (name === metricsName) stderr.write(`${metrics}\n`);
  return exitCodes.ok;
}
