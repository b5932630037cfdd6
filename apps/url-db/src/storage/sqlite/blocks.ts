import { rows, type Step } from '../step.ts';

/** Ids to a block. */
export const blockSize = 1024;

/** Notes nodes that came or went, for skip-nodes.ts. */
export function* countInBlocks(ids: readonly number[], change: 1 | -1): Step<void> {
  const blocks = new Map<number, number>();
  for (const id of ids) {
    const block = Math.floor(id / blockSize);
    blocks.set(block, (blocks.get(block) ?? 0) + change);
  }
  for (const [block, nodes] of blocks)
    yield* rows(
      `INSERT INTO node_blocks (block, nodes) VALUES (?, ?)
       ON CONFLICT (block) DO UPDATE SET nodes = nodes + excluded.nodes`,
      [block, nodes],
    );
}
