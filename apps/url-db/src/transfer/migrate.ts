import type { DumpChunk } from '../storage/dump-types.ts';
import type { UrlStore } from '../storage/store.ts';

/** Rows by table. */
export type Counts = ReadonlyMap<string, number>;

/**
 * Loads all of one store into another one that is empty, then counts what is there.
 *
 * @param options.signal aborted: fails, and nothing was loaded
 */
export async function migrate(
  from: UrlStore,
  to: UrlStore,
  {
    onNodes = () => {},
    signal,
  }: {
    readonly onNodes?: ((done: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<{ readonly counts: Counts; readonly found: Counts }> {
  const counts = new Map<string, number>();
  await to.load(counted(from.dump(), counts, onNodes, signal));
  const found = new Map<string, number>();
  for await (const _chunk of counted(to.dump(), found));
  return { counts, found };
}

export function firstDifference(
  counts: Counts,
  found: Counts,
): { readonly table: string; readonly wanted: number; readonly found: number } | undefined {
  for (const table of new Set([...counts.keys(), ...found.keys()])) {
    const wanted = counts.get(table) ?? 0;
    const there = found.get(table) ?? 0;
    if (wanted !== there) return { table, wanted, found: there };
  }
  return undefined;
}

async function* counted(
  chunks: AsyncIterable<DumpChunk>,
  counts: Map<string, number>,
  onNodes: (done: number) => void = () => {},
  signal?: AbortSignal | undefined,
): AsyncGenerator<DumpChunk> {
  for await (const chunk of chunks) {
    if (signal?.aborted) throw new Error('interrupted');
    yield chunk;
    if (!('rows' in chunk)) continue;
    const count = (counts.get(chunk.table) ?? 0) + chunk.rows.length;
    counts.set(chunk.table, count);
    if (chunk.table === 'nodes') onNodes(count);
  }
}
