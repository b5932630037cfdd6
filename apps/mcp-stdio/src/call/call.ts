import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { jsonLines } from '@jeonbo/server';
import type { Command } from '../command-line.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { servers } from '../servers.ts';
import type { ToolAnswer } from '../types.ts';
import { UsageError } from '../usage-error.ts';

/** One tool call from the shell, behind the same guard rails as in a host. */
export async function call(
  { server: name, tool, json }: Extract<Command, { kind: 'call' }>,
  context: Context,
): Promise<number> {
  const { environment, language, stdout, stderr, stdin, signal, interactive } = context;
  const parameters = parse(json === '-' ? await text(stdin) : json);
  const create = await servers[name].load();
  // The answer says what went wrong; only faults belong in the log of a shell.
  const log = jsonLines(stderr, environment.LOG_LEVEL || 'error');
  const server = create({ environment, language, log });
  try {
    // Where stdin was the input, nobody sits at it.
    const canAsk = interactive && json !== '-';
    const answer = await server.callTool(tool, parameters, {
      ...(signal && { signal }),
      ...(canAsk && { confirm: (question: string) => ask(question, context) }),
    });
    stdout.write(`${JSON.stringify(answer.content, null, 2)}\n`);
    return exitCodeOf(answer);
  } finally {
    await server.close();
  }
}

function parse(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below, with all other forms that are no object.
  }
  throw new UsageError('invalidJson', {});
}

/** Asks on stderr, so that stdout stays the answer's. The end of the input is a no. */
async function ask(question: string, { stdin, stderr, language, signal }: Context) {
  const lines = createInterface({ input: stdin, output: stderr });
  const prompt = `${question}\n${language === 'ko' ? '보낼까요? (예/아니요)' : 'Send it? (yes/no)'} `;
  try {
    const closed = once(lines, 'close').then(() => '');
    const reply = await Promise.race([lines.question(prompt, signal ? { signal } : {}), closed]);
    return /^\s*(?:y|yes|예|네|ㅇ)\s*$/i.test(reply);
  } catch {
    return false;
  } finally {
    lines.close();
  }
}

function exitCodeOf({ isError, content }: ToolAnswer): number {
  if ('confirm_token' in content || content.error_code === 'CONFIRMATION_DECLINED')
    return exitCodes.unconfirmed;
  const unknown = content.error_code === 'DELIVERY_UNKNOWN' || Number(content.unknown_count) > 0;
  if (unknown) return exitCodes.unknown;
  return isError ? exitCodes.failed : exitCodes.ok;
}
