import { runCommand } from '@jeonbo/server';
import { type Command, parseCommandLine } from './command-line.ts';
import type { Context } from './context.ts';
import { contextOf } from './context.ts';
import { serve } from './serve.ts';
import type { MainOptions } from './types.ts';

/**
 * What the command `jeonbo-mcp` does, for programs that bring their own streams.
 *
 * @param argv without the interpreter and the script
 * @returns the exit code; see `jeonbo-mcp --help`
 * @example process.exitCode = await main(['baas', '--check']);
 */
export async function main(
  argv: readonly string[] = process.argv.slice(2),
  options: MainOptions = {},
): Promise<number> {
  const context = contextOf(options);
  return runCommand(context, async () => run(parseCommandLine(argv), context));
}

/** All but the server are loaded when they are used: a host that starts a server waits for none of them. */
async function run(command: Command, context: Context): Promise<number> {
  if (command.kind === 'serve') return serve(command.server, context);
  const { audit, call, check, help, isolate, kakao, printConfig, printVersion } = await import(
    './commands.ts'
  );
  switch (command.kind) {
    case 'call':
      return call(command, context);
    case 'check':
      return check(command, context);
    case 'print-config':
      return printConfig(command, context);
    case 'audit':
      return audit(command.action, context);
    case 'isolate':
      return isolate(command.argv, context);
    case 'kakao':
      return kakao(command.argv, context);
    case 'help':
      return help(context);
    case 'version':
      return printVersion(context);
  }
}
