/**
 * What a figure prints is what bench/run.ts reads: one line each, `name  value`, and where there is a target,
 * `name  value unit  (target: at most limit)` in the same unit. A line that begins with `|` belongs to a table.
 */
export interface Line {
  readonly name: string;
  readonly value: string;
  /** The greatest value that is still good. */
  readonly atMost?: number | undefined;
}

const targetForm = /\s+\(target: at most ([\d.]+)\)$/;

export function formatLines(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ name }) => name.length)) + 2;
  const target = ({ atMost }: Line) =>
    atMost === undefined ? '' : `  (target: at most ${atMost})`;
  return lines.map((line) => `${line.name.padEnd(width)}${line.value}${target(line)}\n`).join('');
}

export function parseLines(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    const [, name, rest] = /^([^\s|].*?)\s{2,}(\S.*)$/.exec(line) ?? [];
    if (!name || !rest) return [];
    const limit = targetForm.exec(rest)?.[1];
    return [
      {
        name,
        value: rest.replace(targetForm, ''),
        ...(limit !== undefined && { atMost: Number(limit) }),
      },
    ];
  });
}

/** A value that is no number misses its target. */
export function isMet({ value, atMost }: Line): boolean {
  return atMost === undefined || Number.parseFloat(value) <= atMost;
}
