import { row, rows, type Step } from '../step.ts';

const chunkSize = 1000;

/**
 * Oldest first, and no further than the first that is too young, awaited, or not looked at by an active subscription.
 * The newest stays: it says where who subscribes next begins.
 */
export function* purgeEvents(before: number): Step<number> {
  yield* rows("DELETE FROM deliveries WHERE state IN ('delivered', 'failed') AND updated_at < ?", [
    before,
  ]);
  const waiting = yield* row<{ id: number | null }>(
    `SELECT MIN(id) AS id FROM (
       SELECT event_cursor + 1 AS id FROM subscriptions WHERE active = 1
       UNION ALL SELECT MIN(event_id) AS id FROM deliveries
       UNION ALL SELECT MAX(id) AS id FROM events
     ) awaited`,
  );
  const end = waiting?.id ?? 0;
  let purged = 0;
  for (;;) {
    const chunk = yield* rows<{ id: number; at: number }>(
      'SELECT id, at FROM events WHERE id < ? ORDER BY id LIMIT ?',
      [end, chunkSize],
    );
    const young = chunk.findIndex(({ at }) => at >= before);
    const old = young === -1 ? chunk : chunk.slice(0, young);
    const last = old.at(-1);
    if (!last) return purged;
    yield* rows('DELETE FROM events WHERE id <= ?', [last.id]);
    purged += old.length;
    if (old.length < chunkSize) return purged;
  }
}
