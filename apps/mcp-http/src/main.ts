import { type CommandContext, commandContext, runCommand } from '@jeonbo/server';
import { type Command, parseCommandLine } from './command-line.ts';
import { exitCodes } from './exit-codes.ts';
import type { MainOptions } from './types.ts';
import { version } from './version.ts';

/**
 * What the command `jeonbo-mcp-http` does, for programs that bring their own streams.
 *
 * @param argv without the interpreter and the script
 * @returns the exit code; see `jeonbo-mcp-http --help`
 * @example process.exitCode = await main(['baas', 'twilio', '--check']);
 */
export async function main(
  argv: readonly string[] = process.argv.slice(2),
  options: MainOptions = {},
): Promise<number> {
  const context = commandContext(options);
  return runCommand(context, async () => run(parseCommandLine(argv), context));
}

/** What a command does not need is not loaded for it. */
async function run(command: Command, context: CommandContext): Promise<number> {
  switch (command.kind) {
    case 'serve':
      return (await import('./serve.ts')).serve(command.servers, context);
    case 'check':
      return (await import('./check/check.ts')).check(command, context);
    case 'token':
      return (await import('./token.ts')).printToken(command.name, context);
    case 'help':
      return print((await import('./help.ts')).helpTexts[context.language], context);
    case 'version':
      return print(`${version()}\n`, context);
  }
}

function print(text: string, { stdout }: CommandContext): number {
  stdout.write(text);
  return exitCodes.ok;
}
