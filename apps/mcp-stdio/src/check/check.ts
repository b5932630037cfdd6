import type { Command } from '../command-line.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { servers } from '../servers.ts';
import type { Finding } from './finding.ts';
import { rules } from './rules.ts';
import { checkTexts } from './texts.ts';

/** Looks at every setting as the server would use it. No message is sent. */
export async function check(
  { server, json }: Extract<Command, { kind: 'check' }>,
  context: Context,
): Promise<number> {
  const findings: Finding[] = [];
  // One after the other: several of them open the same store.
  for (const { name } of servers[server].settings) {
    const verdict = await rules[name](context);
    findings.push({ name, ok: verdict.problem === undefined, ...verdict });
  }
  const ok = findings.every((finding) => finding.ok);
  context.stdout.write(
    json
      ? `${JSON.stringify({ ok, server, settings: findings }, null, 2)}\n`
      : describe(findings, server, context),
  );
  return ok ? exitCodes.ok : exitCodes.failed;
}

function describe(findings: readonly Finding[], server: string, { language }: Context): string {
  const texts = checkTexts[language];
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, ok, value, problem, why, next }) => [
    `${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${value}`,
    ...(problem ? [`    ${problem}`] : []),
    ...(why ? [`    ${texts.why}${why}`] : []),
    ...(next ? [`    ${texts.next}${next}`] : []),
  ]);
  const wrong = findings.filter(({ ok }) => !ok).length;
  const end =
    wrong === 0
      ? texts.allRight.replace('{server}', server)
      : texts.someWrong
          .replace('{count}', String(wrong))
          .replace('{total}', String(findings.length));
  return `${lines.join('\n')}\n\n${end}\n`;
}
