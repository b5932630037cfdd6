import {
  baasSettings,
  type CheckInput,
  checkSettings,
  describeFindings,
  type Finding,
  rules,
  type SettingName,
  twilioSettings,
} from '@jeonbo/server';
import type { Command } from '../command-line.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkHttpSettings } from '../http-settings.ts';
import type { ServerName } from '../types.ts';
import { httpRules, httpSettingNames } from './http-rules.ts';

const settings = { baas: baasSettings, kakao: [], twilio: twilioSettings } as const;

/** Looks at every setting as the server would use it. No message is sent. */
export async function check(
  { servers, json }: Extract<Command, { kind: 'check' }>,
  context: Context,
): Promise<number> {
  const findings = [
    ...(await checkSettings(httpSettingNames, httpRules(servers), context)),
    ...(await checkSettings(namesOf(servers, context), rules, context)),
  ];
  const ok = findings.every((finding) => finding.ok);
  context.stdout.write(
    json
      ? asJson(ok, servers, findings)
      : describeFindings(findings, start(servers), context.language),
  );
  return ok ? exitCodes.ok : exitCodes.failed;
}

/** The operator's keys are needed for callers with a token only. */
function namesOf(servers: readonly ServerName[], { environment }: CheckInput): SettingName[] {
  const { tokens } = checkHttpSettings(environment, servers).settings;
  const all = servers.flatMap((server) => [...settings[server]]);
  const used = all.filter(
    (setting) => tokens.length > 0 || !('needed' in setting) || environment[setting.name],
  );
  return [...new Set(used.map(({ name }) => name))];
}

function asJson(ok: boolean, servers: readonly ServerName[], findings: readonly Finding[]): string {
  return `${JSON.stringify({ ok, servers, settings: findings }, null, 2)}\n`;
}

function start(servers: readonly ServerName[]): string {
  return `jeonbo-mcp-http ${servers.join(' ')}`;
}
