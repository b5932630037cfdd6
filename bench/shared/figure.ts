import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Line, parseLines } from './line.ts';
import { bench } from './paths.ts';

export interface Figure {
  readonly name: string;
  readonly versions: string;
  /** A table of its own form, as it was printed; `''` where there is none. */
  readonly grid: string;
  readonly lines: readonly Line[];
}

/** Every folder of bench with a run.ts. */
export function figureNames(): string[] {
  return readdirSync(bench)
    .filter((name) => existsSync(join(bench, name, 'run.ts')))
    .sort();
}

/** Runs one figure in a process of its own, so that none inherits what another has loaded. */
export async function runFigure(name: string): Promise<Figure> {
  const child = spawn(process.execPath, [join(bench, name, 'run.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`${name} ended with ${code}.\n${output}`);
  const lines = parseLines(output);
  return {
    name,
    versions: lines.find((line) => line.name === 'versions')?.value ?? '',
    grid: output.match(/^\|.*$/gm)?.join('\n') ?? '',
    lines: lines.filter((line) => line.name !== 'versions' && line.name !== 'machine'),
  };
}
