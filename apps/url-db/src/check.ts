import { withoutPassword } from '@jeonbo/store/engines';
import type { CommandContext } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { checkSettings, defaults, type SettingName, settingNames } from './settings.ts';
import type { Language } from './types.ts';
import { fill } from './words.ts';

interface Finding {
  readonly setting: SettingName;
  readonly ok: boolean;
  /** As it is meant; of secrets only how many there are. */
  readonly value: string;
  readonly problem?: string;
}

const words = {
  en: {
    byDefault: '{value} (default)',
    none: 'none',
    tokens: '{count} set',
    right: 'Every setting is right. Start it with: url-db',
    wrong: 'Not every setting is right.',
  },
  ko: {
    byDefault: '{value} (기본값)',
    none: '없음',
    tokens: '{count}개 설정됨',
    right: '모든 설정이 올바릅니다. 시작: url-db',
    wrong: '올바르지 않은 설정이 있습니다.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Looks at every setting as the server would use it, and opens the database. */
export async function check(isJson: boolean, context: CommandContext): Promise<number> {
  const { environment, language, stdout } = context;
  const { problems } = checkSettings(environment);
  const findings = settingNames.map((setting): Finding => {
    const found = problems.find(({ variable }) => variable === setting);
    const value = shown(setting, context);
    if (!found) return { setting, ok: true, value };
    return { setting, ok: false, value, problem: found.problem[language] };
  });
  const all = findings.some(({ setting, ok }) => setting === 'DATABASE_URL' && !ok)
    ? findings
    : await withDatabase(findings, context);
  const ok = all.every((finding) => finding.ok);
  stdout.write(
    isJson ? `${JSON.stringify({ ok, settings: all }, null, 2)}\n` : describe(all, ok, language),
  );
  return ok ? exitCodes.ok : exitCodes.failed;
}

async function withDatabase(
  findings: readonly Finding[],
  { environment }: CommandContext,
): Promise<readonly Finding[]> {
  const { openUrlDb } = await import('./open-url-db.ts');
  try {
    const opened = await openUrlDb(checkSettings(environment).settings);
    await opened.close();
    return findings;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return findings.map((finding) =>
      finding.setting === 'DATABASE_URL' ? { ...finding, ok: false, problem } : finding,
    );
  }
}

function shown(setting: SettingName, { environment, language }: CommandContext): string {
  const { byDefault, none, tokens } = words[language];
  const given = environment[setting]?.trim();
  // That one is by the locale.
  const meant = setting === 'JEONBO_LANG' ? language : defaults[setting];
  if (!given) return fill(byDefault, { value: meant || none });
  const entries = given.split(/[\s,]+/).length;
  if (setting === 'URL_DB_TOKENS') return fill(tokens, { count: entries });
  return setting === 'DATABASE_URL' ? withoutPassword(given) : given;
}

function describe(findings: readonly Finding[], ok: boolean, language: Language): string {
  const width = Math.max(...settingNames.map(({ length }) => length));
  const lines = findings.flatMap(({ setting, value, problem }) => [
    `${problem ? '✗' : '✓'} ${setting.padEnd(width)}  ${value}`,
    ...(problem ? [`  ${' '.repeat(width)}  ${problem}`] : []),
  ]);
  return `${lines.join('\n')}\n\n${words[language][ok ? 'right' : 'wrong']}\n`;
}
