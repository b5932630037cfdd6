import type { Figure } from './figure.ts';
import { isMet } from './line.ts';

/** A table that reads well in a terminal and is Markdown. */
export function formatFigure({ name, versions, lines }: Figure): string {
  const rows = lines.map((line) => {
    const { atMost } = line;
    const verdict = atMost === undefined ? '' : isMet(line) ? 'yes' : 'NO';
    return [line.name, line.value, atMost === undefined ? '' : `≤ ${atMost}`, verdict];
  });
  const header = ['', 'measured', 'target', 'met'];
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const format = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = format(widths.map((width) => '-'.repeat(Math.max(width, 3))));
  return [`## ${name}`, '', versions, '', format(header), rule, ...rows.map(format), ''].join('\n');
}
