import { formatLines, isMet, type Line } from './line.ts';

/** Prints a figure; with `--assert` a missed target ends the process with 1. */
export function show(lines: readonly Line[]): void {
  process.stdout.write(formatLines(lines));
  if (process.argv.includes('--assert') && !lines.every(isMet)) process.exitCode = 1;
}
