import { checkSettings, describeFindings, rules } from '@jeonbo/server';
import type { Command } from '../command-line.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkLogin } from '../kakao/check-login.ts';
import { servers } from '../servers.ts';

/** Looks at every setting as the server would use it. No message is sent. */
export async function check(
  { server, json }: Extract<Command, { kind: 'check' }>,
  context: Context,
): Promise<number> {
  const names = servers[server].settings.map(({ name }) => name);
  const findings = await checkSettings(names, { ...rules, KAKAO_ACCOUNT: checkLogin }, context);
  const ok = findings.every((finding) => finding.ok);
  context.stdout.write(
    json
      ? `${JSON.stringify({ ok, server, settings: findings }, null, 2)}\n`
      : describeFindings(findings, `jeonbo-mcp ${server}`, context.language),
  );
  return ok ? exitCodes.ok : exitCodes.failed;
}
