import type { CommandContext } from './command-context.ts';
import { UsageError } from './usage-error.ts';

/** The command line itself is wrong. */
const usage = 2;
const failed = 1;

/**
 * A command to its exit code: a wrong command line is told in words, anything else is for the log.
 *
 * @param run parses the command line too
 */
export async function runCommand(
  { language, log, stderr }: CommandContext,
  run: () => Promise<number>,
): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (UsageError.is(error)) {
      stderr.write(`${error.in(language)}\n`);
      return usage;
    }
    log.error('failed', { error });
    return failed;
  }
}
