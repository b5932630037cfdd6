import { formatGrid } from './grid.ts';
import { formatLines, isMet, type Line } from './line.ts';

/**
 * Prints a figure; with `--assert` a missed target ends the process with 1. `grid`: what is compared in more columns than
 * one, the first row its header.
 */
export function show(lines: readonly Line[], grid?: readonly (readonly string[])[]): void {
  process.stdout.write(`${grid ? `${formatGrid(grid)}\n` : ''}${formatLines(lines)}`);
  if (process.argv.includes('--assert') && !lines.every(isMet)) process.exitCode = 1;
}
