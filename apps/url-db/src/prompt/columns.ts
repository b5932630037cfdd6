import { displayWidth, pad, truncate } from './display-width.ts';

/** Between two columns. */
const gap = '  ';

/**
 * Rows under each other, with the last column cut where the terminal ends; over a pipe nothing is cut.
 *
 * @param width of the terminal
 */
export function columns(
  rows: readonly (readonly string[])[],
  {
    width,
    align = [],
  }: { readonly width?: number | undefined; readonly align?: readonly ('left' | 'right')[] } = {},
): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))),
  );
  return rows.map((row) => lineOf(row, widths, align, width)).join('\n');
}

function lineOf(
  row: readonly string[],
  widths: readonly number[],
  align: readonly ('left' | 'right')[],
  width: number | undefined,
): string {
  const cells = row.map((cell, index) => {
    const own = widths[index] ?? 0;
    if (align[index] === 'right') return ' '.repeat(own - displayWidth(cell)) + cell;
    return index === row.length - 1 ? cell : pad(cell, own);
  });
  const line = cells.join(gap).trimEnd();
  return width === undefined ? line : truncate(line, width);
}
