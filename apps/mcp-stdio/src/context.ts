import type { Readable, Writable } from 'node:stream';
import { type CommandContext, commandContext } from '@jeonbo/server';
import type { MainOptions } from './types.ts';

/** What every command gets. */
export interface Context extends CommandContext {
  readonly stdin: Readable;
  readonly interactive: boolean;
}

export function contextOf(options: MainOptions): Context {
  const context = commandContext(options);
  // Looked at only where it was not given: the first look at process.stdin opens it.
  const stdin = options.stdin ?? process.stdin;
  const interactive = options.interactive ?? (isTerminal(stdin) && isTerminal(context.stderr));
  return { ...context, stdin, interactive };
}

function isTerminal(stream: Readable | Writable): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}
