import { JeonboError } from '@jeonbo/core';
import type { Context } from '../context.ts';
import type { NodeInsert } from '../dialect.ts';
import type { DumpChunk, DumpValue } from '../dump-types.ts';
import { insertMany } from '../insert-many.ts';
import { row, type Step } from '../step.ts';
import { tables } from './tables.ts';

type DumpRow = Readonly<Record<string, DumpValue>>;

/** @throws JeonboError CONFLICT where anything is kept here already */
export function* refuseUnlessEmpty(): Step<void> {
  for (const table of Object.keys(tables)) {
    if (yield* row(`SELECT 1 FROM ${table} LIMIT 1`))
      throw new JeonboError('CONFLICT', 'The database that is to be filled is not empty.', {
        field: 'DATABASE_URL',
      });
  }
}

export function* loadChunk(context: Context, chunk: DumpChunk): Step<void> {
  if ('highestIds' in chunk)
    for (const [table, id] of Object.entries(chunk.highestIds)) {
      if (id > 0 && table in tables) yield* context.dialect.raiseHighestId(table, id);
    }
  else if (chunk.table === 'nodes')
    yield* context.dialect.insertNodes(chunk.rows.map(toNodeInsert));
  else yield* insertRows(chunk.table, chunk.rows);
}

function* insertRows(table: string, dumped: readonly DumpRow[]): Step<void> {
  const columns = tables[table];
  if (!columns)
    throw new JeonboError(
      'NOT_SUPPORTED',
      `The dump has a table ${table}, which nobody knows here.`,
    );
  const values = dumped.map((one) => columns.map((column) => one[column] ?? null));
  yield* insertMany(table, columns, values);
}

function toNodeInsert(dumped: DumpRow): NodeInsert {
  return {
    id: Number(dumped.id),
    domainId: Number(dumped.domain_id),
    url: String(dumped.url),
    urlNorm: String(dumped.url_norm),
    urlKey: dumped.url_key as Uint8Array,
    title: String(dumped.title),
    description: dumped.description === null ? null : String(dumped.description),
    createdAt: Number(dumped.created_at),
    updatedAt: Number(dumped.updated_at),
  };
}
