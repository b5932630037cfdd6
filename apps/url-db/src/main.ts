import { type CommandLine, parseCommandLine } from './command-line.ts';
import { commands, type RunCommand, stdioModes } from './commands.ts';
import { type CommandContext, commandContext } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import type { MainOptions } from './types.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

/**
 * What the command `url-db` does, for programs that bring their own streams.
 *
 * @param argv without the interpreter and the script
 * @returns the exit code; see `url-db --help`
 * @example process.exitCode = await main(['-mcp-mode=stdio', 'DATABASE_URL=file:~/url-db.db']);
 */
export async function main(
  argv: readonly string[] = process.argv.slice(2),
  options: MainOptions = {},
): Promise<number> {
  let context = commandContext(options);
  try {
    const commandLine = parseCommandLine(argv, Object.keys(commands));
    context = commandContext(options, commandLine.settings);
    return await run(commandLine, context);
  } catch (error) {
    if (UsageError.is(error)) {
      context.stderr.write(`${error.in(context.language)}\n`);
      return exitCodes.usage;
    }
    context.log.error('failed', { error });
    return exitCodes.failed;
  }
}

/** What a command does not need is not loaded for it. */
async function run(commandLine: CommandLine, context: CommandContext): Promise<number> {
  switch (commandLine.kind) {
    case 'http':
      return (await import('./serve.ts')).serve(context);
    case 'stdio':
      return runOf(stdioModes, commandLine.as ?? guessed(context), [], context);
    case 'command':
      return runOf(commands, commandLine.name, commandLine.argv, context);
    case 'check':
      return (await import('./check.ts')).check(commandLine.json, context);
    case 'help':
      return print((await import('./help.ts')).helpTexts[context.language], context);
    case 'version':
      return print(`${version()}\n`, context);
  }
}

async function runOf(
  table: Readonly<Record<string, () => Promise<RunCommand>>>,
  name: string,
  argv: readonly string[],
  context: CommandContext,
): Promise<number> {
  const load = table[name];
  if (!load)
    throw new UsageError('unknownCommand', { word: name, known: Object.keys(table).join(', ') });
  return (await load())(argv, context);
}

/** A person in a terminal gets the prompt, a program at the other end of a pipe MCP. */
function guessed({ stdin }: CommandContext): 'repl' | 'rpc' {
  return 'isTTY' in stdin && stdin.isTTY ? 'repl' : 'rpc';
}

function print(text: string, { stdout }: CommandContext): number {
  stdout.write(text);
  return exitCodes.ok;
}
