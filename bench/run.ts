// `pnpm bench [figure…] [--assert] [--write]`: every figure of bench/, one after the other. `--assert` ends with 1 where a
// target is missed, `--write` puts them into bench/RESULTS.md; nothing else is written.
import { parseArgs } from 'node:util';
import { type Figure, figureNames, runFigure } from './shared/figure.ts';
import { isMet } from './shared/line.ts';
import { machine } from './shared/machine.ts';
import { writeResults } from './shared/results.ts';
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
if (options.write) writeResults(figures, introduction, positionals.length === 0);
if (options.assert && missed.length > 0) process.exitCode = 1;
