import { rows, type Step } from '../step.ts';
import { countInBlocks } from './blocks.ts';

/** One by one, so that a domain of a million stops nobody for long. */
export function* deleteNodes(ids: readonly number[]): Step<void> {
  for (const id of ids) {
    yield* rows('DELETE FROM node_grams WHERE rowid = ?', [id]);
    yield* rows('DELETE FROM nodes WHERE id = ?', [id]);
  }
  yield* countInBlocks(ids, -1);
}
