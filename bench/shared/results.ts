import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { bench } from './paths.ts';
import { formatFigure } from './table.ts';

const file = join(bench, 'RESULTS.md');

/**
 * Writes figures into bench/RESULTS.md: all of them anew, or some in the place of what they were.
 *
 * @param machine what all figures of the file are of, so that they may stand side by side
 * @throws where some were measured elsewhere than the others
 */
export function writeResults(figures: readonly Figure[], machine: string, areAll: boolean): void {
  const day = new Date().toISOString().slice(0, 10);
  const [head = '', ...sections] = areAll ? [] : readFileSync(file, 'utf8').split(/^(?=## )/m);
  if (!areAll && !head.includes(machine))
    throw new Error(`RESULTS.md is not of ${machine.trim()}: write all figures.`);
  const byName = new Map(sections.map((section) => [nameOf(section), section]));
  for (const figure of figures) {
    const [title, ...rest] = formatFigure(figure).split('\n');
    byName.set(figure.name, [title, '', `Measured ${day}.`, ...rest].join('\n'));
  }
  const sorted = [...byName].sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = sorted.map(([, section]) => section.trimEnd());
  writeFileSync(
    file,
    `# Results\n\nWritten by \`pnpm bench --write\`.\n\n${machine}\n${texts.join('\n\n')}\n`,
  );
}

function nameOf(section: string): string {
  return /^## (\S+)/.exec(section)?.[1] ?? '';
}
