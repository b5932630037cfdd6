import type { Figure } from './figure.ts';
import { formatGrid } from './grid.ts';
import { isMet } from './line.ts';

/** A figure for a terminal that is Markdown too. */
export function formatFigure({ name, versions, grid, lines }: Figure): string {
  const rows = lines.map((line) => {
    const { atMost } = line;
    const verdict = atMost === undefined ? '' : isMet(line) ? 'yes' : 'NO';
    return [line.name, line.value, atMost === undefined ? '' : `≤ ${atMost}`, verdict];
  });
  const table = formatGrid([['', 'measured', 'target', 'met'], ...rows]);
  return [`## ${name}`, '', versions, '', ...(grid ? [grid, ''] : []), table].join('\n');
}
