import { JeonboError } from './error.ts';
import type { CallOptions } from './messages.ts';

export interface BulkProgress {
  readonly accepted: number;
  readonly rejected: number;
  readonly unknown: number;
}

export interface BulkOptions extends CallOptions {
  /** Requests under way at once. Default 1. */
  readonly concurrency?: number | undefined;
  /** What to do after the first chunk whose outcome is unknown. Default `stop`: no further request is started. */
  readonly onUnknown?: 'stop' | 'continue' | undefined;
  /** Called after each chunk, also for those that end after the caller has left the loop. */
  readonly onProgress?: ((progress: BulkProgress) => void) | undefined;
}

/** What became of one chunk. */
export type BulkOutcome<Recipient, Receipt> = {
  /** Position of the chunk's first recipient in the input. */
  readonly offset: number;
  readonly recipients: readonly Recipient[];
} & (
  | { readonly state: 'accepted'; readonly receipt: Receipt }
  /** Certainly not sent. */
  | { readonly state: 'rejected'; readonly error: JeonboError }
  /** May have been sent. */
  | { readonly state: 'unknown'; readonly error: JeonboError }
);

/**
 * Sends to any number of recipients, a chunk a request, in constant memory: no more is read from the input than is
 * under way. Outcomes come in the order of the input. A chunk that was refused does not stop the rest.
 *
 * @param send sends one chunk; what it throws and is no JeonboError counts as unknown
 */
export async function* sendInChunks<Recipient, Receipt>(
  recipients: Iterable<Recipient> | AsyncIterable<Recipient>,
  size: number,
  send: (chunk: readonly Recipient[]) => Promise<Receipt>,
  { concurrency = 1, onUnknown = 'stop', onProgress, signal }: BulkOptions = {},
): AsyncGenerator<BulkOutcome<Recipient, Receipt>, void, undefined> {
  const source = chunksOf(recipients, size);
  const underWay: Promise<BulkOutcome<Recipient, Receipt>>[] = [];
  const progress = { accepted: 0, rejected: 0, unknown: 0 };
  let stopped = false;
  let ended = false;

  const start = async (offset: number, chunk: readonly Recipient[]) => {
    const outcome = await outcomeOf(offset, chunk, send);
    if (outcome.state === 'unknown' && onUnknown === 'stop') stopped = true;
    progress[outcome.state] += chunk.length;
    onProgress?.({ ...progress });
    return outcome;
  };

  try {
    for (;;) {
      while (!ended && !stopped && !signal?.aborted && underWay.length < concurrency) {
        const next = await source.next();
        if (next.done) ended = true;
        // While the input was read, a request under way may have ended unknown.
        else if (!stopped) underWay.push(start(next.value.offset, next.value.chunk));
      }
      const first = underWay.shift();
      if (!first) return;
      yield await first;
    }
  } finally {
    stopped = true;
    await Promise.all(underWay);
    await source.return();
  }
}

async function outcomeOf<Recipient, Receipt>(
  offset: number,
  recipients: readonly Recipient[],
  send: (chunk: readonly Recipient[]) => Promise<Receipt>,
): Promise<BulkOutcome<Recipient, Receipt>> {
  try {
    return { offset, recipients, state: 'accepted', receipt: await send(recipients) };
  } catch (cause) {
    const error = JeonboError.is(cause)
      ? cause
      : new JeonboError('INTERNAL_ERROR', 'The send failed in an unforeseen way.', {
          mayHaveBeenSent: true,
          cause,
        });
    return { offset, recipients, state: error.mayHaveBeenSent ? 'unknown' : 'rejected', error };
  }
}

async function* chunksOf<Item>(items: Iterable<Item> | AsyncIterable<Item>, size: number) {
  let chunk: Item[] = [];
  let offset = 0;
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield { offset, chunk };
    offset += chunk.length;
    chunk = [];
  }
  if (chunk.length > 0) yield { offset, chunk };
}
