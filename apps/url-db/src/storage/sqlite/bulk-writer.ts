import { JeonboError } from '@jeonbo/core';
import type { NewNode, NodeOutcome, UrlStore } from '../store.ts';
import { type AskedThread, startThread } from './asked-thread.ts';
import { cutGrams } from './index-node.ts';

/** As many nodes at once are worth the way to another thread. */
const bulk = 100;

/** How long the thread is kept without work, in milliseconds. */
const idleMs = 30_000;

export interface BulkRequest {
  readonly now: number;
  readonly rows: readonly NewNode[];
}

export type BulkAnswer =
  | { readonly outcomes: readonly NodeOutcome[] }
  | { readonly refused: Refusal }
  | { readonly failed: unknown };

interface Refusal {
  readonly code: JeonboError['code'];
  readonly message: string;
  readonly options: Pick<JeonboError, 'retryable' | 'field' | 'details'>;
}

/**
 * A store that saves many nodes at once in a thread of its own: the index of a thousand texts takes a tenth of a second,
 * in which this one would answer nobody.
 */
export function withBulkWriter(
  store: UrlStore,
  path: string,
  { now = Date.now }: { readonly now?: (() => number) | undefined },
): UrlStore {
  let thread: AskedThread<BulkRequest, BulkAnswer> | undefined;
  let idle: NodeJS.Timeout | undefined;

  const end = async () => {
    clearTimeout(idle);
    const ending = thread;
    thread = undefined;
    await ending?.end();
  };
  const save = async (rows: readonly NewNode[]): Promise<readonly NodeOutcome[]> => {
    clearTimeout(idle);
    if (!thread || thread.isDead) thread = startThread(threadFile(), path);
    const asked = thread;
    try {
      // Half of the work that is no work of the database is done here, while the thread writes what came before.
      const cut = rows.map((row) => ({ ...row, grams: cutGrams(row) }));
      return outcomesOf(await asked.ask({ now: now(), rows: cut }));
    } finally {
      if (asked === thread && asked.owed === 0) idle = setTimeout(end, idleMs).unref();
    }
  };
  return {
    ...store,
    createNodes: (rows) => (rows.length < bulk ? store.createNodes(rows) : save(rows)),
    async close() {
      await end();
      await store.close();
    },
  };
}

/** Beside this file, in the sources and in what is built of them. */
function threadFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./bulk-thread.${extension}`, import.meta.url);
}

function outcomesOf(answer: BulkAnswer): readonly NodeOutcome[] {
  if ('outcomes' in answer) return answer.outcomes;
  if ('failed' in answer) throw answer.failed;
  const { code, message, options } = answer.refused;
  throw new JeonboError(code, message, options);
}
