import type { Language } from '@jeonbo/core';
import { fill } from '../fill.ts';
import type { CheckInput, Finding, Rule } from './finding.ts';
import { checkTexts } from './texts.ts';

/** Looks at settings as the server would use them, one rule each. No message is sent. */
export async function checkSettings<Name extends string>(
  names: readonly Name[],
  rules: Readonly<Record<Name, Rule>>,
  input: CheckInput,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  // One after the other: several of them open the same store.
  for (const name of names) {
    const verdict = await rules[name](input);
    findings.push({ name, ok: verdict.problem === undefined, ...verdict });
  }
  return findings;
}

/** @param command what starts the server, where nothing is wrong */
export function describeFindings(
  findings: readonly Finding[],
  command: string,
  language: Language,
): string {
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
      ? fill(texts.allRight, { command })
      : fill(texts.someWrong, { count: wrong, total: findings.length });
  return `${lines.join('\n')}\n\n${end}\n`;
}
