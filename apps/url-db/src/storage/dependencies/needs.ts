import type { Context } from '../context.ts';
import { rows, type Step } from '../step.ts';

/** Whether a node needs another, itself or by way of others. */
export function* needs({ dialect }: Context, from: number, to: number): Step<boolean> {
  const seen = new Set([from]);
  for (let next = [from]; next.length > 0; ) {
    const found = yield* rows<{ id: number }>(
      `SELECT DISTINCT dependency_id AS id FROM dependencies WHERE ${dialect.among('dependent_id', 'number')}`,
      [dialect.list(next)],
    );
    next = found.map(({ id }) => id).filter((id) => !seen.has(id));
    if (next.includes(to)) return true;
    for (const id of next) seen.add(id);
  }
  return false;
}
