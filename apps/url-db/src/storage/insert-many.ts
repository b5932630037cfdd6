import { rows, type Step, type Values } from './step.ts';

/** Rows of one INSERT: over a network each statement waits for an answer. Few sizes, as each is kept prepared. */
const rowsAtOnce = 50;

/** Adds rows to a table whose columns both engines name alike. */
export function* insertMany(
  table: string,
  columns: readonly string[],
  inserts: readonly Values[],
): Step<void> {
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < inserts.length; ) {
    const size = inserts.length - from >= rowsAtOnce ? rowsAtOnce : 1;
    const values = inserts.slice(from, from + size).flat();
    yield* rows(insert + Array(size).fill(marks).join(', '), values);
    from += size;
  }
}
