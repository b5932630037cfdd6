import { row, type Step } from '../step.ts';
import { blockSize } from './blocks.ts';

/** Skips whole blocks by their counts, so that page 25,000 reads a thousand numbers and not half a million nodes. */
export function* skipNodes(
  count: number,
): Step<{ readonly below: number | undefined; readonly offset: number }> {
  if (count < blockSize) return { below: undefined, offset: count };
  const found = yield* row<{ block: number; skipped: number }>(
    `SELECT block, skipped FROM (
       SELECT block, SUM(nodes) OVER (ORDER BY block DESC) AS skipped FROM node_blocks
     ) WHERE skipped <= ? ORDER BY block LIMIT 1`,
    [count],
  );
  if (!found) return { below: undefined, offset: count };
  return { below: found.block * blockSize, offset: count - found.skipped };
}
