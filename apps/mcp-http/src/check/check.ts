import {
  baasSettings,
  type CheckInput,
  type CommandContext,
  checkSettings,
  checkTexts,
  describeFindings,
  type Finding,
  kakaoSettings,
  rules,
  type Setting,
  type SettingName,
  twilioSettings,
} from '@jeonbo/server';
import type { Command } from '../command-line.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkHttpSettings } from '../http-settings.ts';
import type { ServerName } from '../types.ts';
import { httpRules, httpSettingNames } from './http-rules.ts';

// Accounts are for stdio: here each person is one.
const settings = {
  baas: baasSettings,
  kakao: kakaoSettings.filter(({ name }) => name !== 'KAKAO_ACCOUNT'),
  twilio: twilioSettings,
} as const;

/** Looks at every setting as the server would use it. No message is sent. */
export async function check(
  { servers, json }: Extract<Command, { kind: 'check' }>,
  context: CommandContext,
): Promise<number> {
  const findings = [
    ...(await checkSettings(httpSettingNames, httpRules(servers), context)),
    ...(await checkSettings(namesOf(servers, context), rulesOf(servers), context)),
  ];
  const ok = findings.every((finding) => finding.ok);
  context.stdout.write(
    json
      ? asJson(ok, servers, findings)
      : describeFindings(findings, start(servers), context.language),
  );
  return ok ? exitCodes.ok : exitCodes.failed;
}

/** The operator's keys are needed for callers with a token only; Kakao's for every log-in. */
function namesOf(servers: readonly ServerName[], { environment }: CheckInput): SettingName[] {
  const { tokens } = checkHttpSettings(environment, servers).settings;
  const isUsed = (server: ServerName, setting: Setting) =>
    server === 'kakao' || tokens.length > 0 || !setting.needed || environment[setting.name];
  const used = servers.flatMap((server) =>
    settings[server].filter((setting) => isUsed(server, setting)),
  );
  return [...new Set(used.map(({ name }) => name))];
}

/** Whether BASE_URL may be left out depends on where this server listens. */
function rulesOf(servers: readonly ServerName[]): typeof rules {
  return {
    ...rules,
    BASE_URL(input) {
      const { environment, language } = input;
      const { problems } = checkHttpSettings(environment, servers);
      const missing = problems.find(({ variable }) => variable === 'BASE_URL');
      if (environment.BASE_URL?.trim() || !missing) return rules.BASE_URL(input);
      const next = checkTexts[language].setTo('BASE_URL', 'https://example.com');
      return { value: checkTexts[language].notSet, problem: missing.problem[language], next };
    },
  };
}

function asJson(ok: boolean, servers: readonly ServerName[], findings: readonly Finding[]): string {
  return `${JSON.stringify({ ok, servers, settings: findings }, null, 2)}\n`;
}

function start(servers: readonly ServerName[]): string {
  return `jeonbo-mcp-http ${servers.join(' ')}`;
}
