import { getHeapStatistics } from 'node:v8';

/** What a program tells the one that started it: one round of sends, each answered before the next one leaves. */
export interface Round {
  /** The median of one send, in milliseconds. */
  readonly sendMs: number;
  /** The mean of one send, in bytes. */
  readonly sendBytes: number;
}

/** The process belongs to one round, so that neither library meets a heap or a compiler that the other has warmed. */
export async function measureSends(send: () => Promise<unknown>): Promise<void> {
  const [warmUp = 0, count = 0] = process.argv.slice(3).map(Number);
  // A `for` and no list of promises: one send at a time.
  for (let sent = 0; sent < warmUp; sent++) await send();
  const times = new Float64Array(count);
  const before = allocatedBytes();
  for (let sent = 0; sent < count; sent++) {
    const started = performance.now();
    await send();
    times[sent] = performance.now() - started;
  }
  const sendBytes = (allocatedBytes() - before) / count;
  const sendMs = times.sort()[count >> 1] ?? Number.NaN;
  process.stdout.write(JSON.stringify({ sendMs, sendBytes } satisfies Round));
}

/**
 * All that was ever allocated on V8's heap. It only grows, so that it does not matter when garbage is collected, which
 * a difference of the used heap would have to prevent. Buffers outside the heap are not in it.
 */
function allocatedBytes(): number {
  // @types/node does not have it yet.
  return (getHeapStatistics() as unknown as { total_allocated_bytes: number })
    .total_allocated_bytes;
}
