import { exitCodes } from './exit-codes.ts';
import { createLog, jsonLines } from './log.ts';
import { main } from './main.ts';

/** `main` as a process: signals, faults nobody caught, pipes whose reader went away, the exit code. */
export async function runProcess(): Promise<void> {
  const log = createLog(jsonLines(process.stderr, process.env.LOG_LEVEL), process.env);
  const fail = (error: unknown) => {
    log.error('fault', { error });
    process.exit(exitCodes.failed);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  // Without a listener a closed pipe is an uncaught error. A reader that went away wants nothing more.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      // The second one is meant.
      if (stop.signal.aborted) process.exit(exitCodes.failed);
      stop.abort(signal);
    });

  process.exitCode = await main(process.argv.slice(2), { signal: stop.signal });
  process.stdin.destroy();
  // Nothing should hold the process now. Should something, it may not do so for long.
  setTimeout(() => process.exit(), 1000).unref();
}
