// `pnpm bench [figure…] [--assert] [--write]`: every figure of bench/, one after the other. `--assert` ends with 1 where a
// target is missed, `--write` refreshes bench/RESULTS.md; nothing else is written.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, figureNames, runFigure } from './shared/figure.ts';
import { isMet } from './shared/line.ts';
import { machine } from './shared/machine.ts';
import { bench } from './shared/paths.ts';
import { formatFigure } from './shared/table.ts';

const { values: options, positionals } = parseArgs({
  options: {
    assert: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const all = figureNames();
const unknown = positionals.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No figure ${unknown.join(', ')}. There are: ${all.join(', ')}.\n`);
  process.exit(2);
}
// What stands in RESULTS.md belongs to one machine and one day.
if (options.write && positionals.length > 0) {
  process.stderr.write('--write is for a run of all figures.\n');
  process.exit(2);
}

const names = positionals.length > 0 ? positionals : all;
const introduction = `${machine()}, Node ${process.version}\n`;
process.stdout.write(`${introduction}\n`);

const figures: Figure[] = [];
for (const [index, name] of names.entries()) {
  process.stderr.write(`${name} (${index + 1} of ${names.length}) …\n`);
  const figure = await runFigure(name);
  process.stdout.write(`${formatFigure(figure)}\n`);
  figures.push(figure);
}

const missed = figures.flatMap(({ name, lines }) =>
  lines.filter((line) => !isMet(line)).map((line) => `${name}: ${line.name} ${line.value}`),
);
process.stdout.write(
  missed.length > 0 ? `Missed: ${missed.join('; ')}\n` : 'Every target is met.\n',
);
if (options.write)
  writeFileSync(
    join(bench, 'RESULTS.md'),
    `# Results\n\nWritten by \`pnpm bench --write\`, ${new Date().toISOString().slice(0, 10)}.\n\n${introduction}\n${figures.map(formatFigure).join('\n')}`,
  );
if (options.assert && missed.length > 0) process.exitCode = 1;
