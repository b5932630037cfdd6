import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import type { Context } from '../context.ts';
import type { Environment } from '../types.ts';

/**
 * Runs the engine with this process's own stdin, stdout and stderr: what goes between the host and the server passes
 * through no hand of ours. Signals are handed on; the exit code is the server's.
 */
export async function runContainer(
  command: string,
  words: readonly string[],
  environment: Environment,
  context: Context,
): Promise<number> {
  const { stdin, stdout, stderr, signal } = context;
  const child = spawn(command, [...words], {
    env: environment,
    stdio: [
      stdin === process.stdin ? 'inherit' : 'pipe',
      stdout === process.stdout ? 'inherit' : 'pipe',
      stderr === process.stderr ? 'inherit' : 'pipe',
    ],
    // A group of its own: the terminal's Ctrl+C would reach it twice, and the second one cuts running calls off.
    detached: process.platform !== 'win32',
  });
  if (child.stdin) stdin.pipe(child.stdin);
  // Who embeds this keeps its streams.
  child.stdout?.pipe(stdout, { end: false });
  child.stderr?.pipe(stderr, { end: false });
  const stop = () => child.kill(signalOf(signal));
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    return await exitCodeOf(child);
  } finally {
    signal?.removeEventListener('abort', stop);
    if (child.stdin) stdin.unpipe(child.stdin);
  }
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** runProcess aborts with the signal's name. */
function signalOf(signal: AbortSignal | undefined): NodeJS.Signals {
  const reason: unknown = signal?.reason;
  return typeof reason === 'string' && reason in constants.signals
    ? (reason as NodeJS.Signals)
    : 'SIGTERM';
}
