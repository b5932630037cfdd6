import type { DumpChunk, DumpValue } from '../dump-types.ts';
import type { Engine } from '../engine.ts';
import { rows } from '../step.ts';
import { tables } from './tables.ts';

/** Rows to a chunk. An image may have 10 MB, so there are few of the values. */
const chunkSizes: Readonly<Record<string, number>> = { attribute_values: 20 };
const usualSize = 500;

export async function* dump(engine: Engine): AsyncGenerator<DumpChunk, void, undefined> {
  const snapshot = await engine.snapshot();
  try {
    for (const [table, columns] of Object.entries(tables)) {
      const size = chunkSizes[table] ?? usualSize;
      for (let after = 0; ; ) {
        const chunk = await snapshot.read(() =>
          rows<Record<string, DumpValue>>(
            `SELECT ${columns.join(', ')} FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`,
            [after, size],
          ),
        );
        if (chunk.length > 0) yield { table, rows: chunk };
        if (chunk.length < size) break;
        after = Number(chunk.at(-1)?.id);
      }
    }
    const highestIds: Record<string, number> = {};
    for (const table of Object.keys(tables))
      highestIds[table] = await snapshot.read(() => engine.dialect.highestId(table));
    yield { highestIds };
  } finally {
    await snapshot.close();
  }
}
