import { purgeLines } from '../audit/purge-lines.ts';
import { createMutex } from '../database/mutex.ts';
import type { LedgerContext } from './context.ts';
import { purgeSends } from './purge-sends.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Purges what is too old, in short transactions between which sends go on. */
export function createPurge({ database, keys, days, now }: LedgerContext) {
  const exclusive = createMutex();
  let dueAt = Number.NEGATIVE_INFINITY;

  const purge = (): Promise<void> =>
    exclusive(async () => {
      dueAt = now() + dayMs;
      const before = now() - days * dayMs;
      await purgeSends(database, before);
      await purgeLines(database, keys.audit, before, now());
    });

  /** Beside the caller's work. A purge that fails is tried again a day later, and must not stop a send. */
  const purgeWhenDue = (): void => {
    if (now() < dueAt) return;
    dueAt = now() + dayMs;
    purge().catch(() => {});
  };
  return { purge, purgeWhenDue };
}
