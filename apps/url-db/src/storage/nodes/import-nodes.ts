import { valuesOf } from '../attributes/read-values.ts';
import { setAttributesOfMany, type ToSet } from '../attributes/set-attributes-of-many.ts';
import type { Context } from '../context.ts';
import { record } from '../events/record.ts';
import { rows, type Step } from '../step.ts';
import type { ImportOutcome, ImportRow, MergeAttributes, NodeOutcome } from '../store.ts';
import { addNodes } from './create-nodes.ts';

interface Target {
  readonly domainName: string;
  readonly isNew: boolean;
  readonly brought: ImportRow['attributes'][];
}

/** Nodes and what they carry in one transaction: wherever an import is cut off, no node is there without its attributes. */
export function* importNodes<Row extends ImportRow>(
  context: Context,
  inputs: readonly Row[],
  merge: MergeAttributes<Row>,
): Step<ImportOutcome> {
  const { outcomes, events } = yield* addNodes(context, inputs);
  const targets = targetsOf(inputs, outcomes);
  const older = [...targets].flatMap(([id, { isNew }]) => (isNew ? [] : [id]));
  yield* lockNodes(context, older);
  const kept = yield* valuesOf(context, older);
  const toSet = new Map<number, ToSet>();
  for (const [id, { domainName, brought }] of targets) {
    const merged = merge(kept.get(id) ?? [], brought);
    if (merged.length > 0) toSet.set(id, { domainName, inputs: merged });
  }
  const set = yield* setAttributesOfMany(context, toSet);
  yield* record(context, [...events, ...set.events]);
  return { outcomes, issues: set.issues };
}

/** The nodes that rows bring something to, by id: several rows may mean one. */
function targetsOf(
  inputs: readonly ImportRow[],
  outcomes: readonly NodeOutcome[],
): ReadonlyMap<number, Target> {
  const targets = new Map<number, Target>();
  for (const [index, outcome] of outcomes.entries()) {
    const attributes = inputs[index]?.attributes ?? [];
    if (outcome === 'no_domain' || attributes.length === 0) continue;
    const isNew = 'node' in outcome;
    const { id, domainName } = isNew ? outcome.node : outcome.duplicate;
    const known = targets.get(id);
    if (known) known.brought.push(attributes);
    else targets.set(id, { domainName, isNew, brought: [attributes] });
  }
  return targets;
}

/** In the order of their ids, so that two of us never wait for each other. */
function* lockNodes({ dialect }: Context, ids: readonly number[]): Step<void> {
  if (ids.length === 0) return;
  yield* rows(
    `SELECT id FROM nodes WHERE ${dialect.among('id', 'number')} ORDER BY id${dialect.forUpdate}`,
    [dialect.list(ids)],
  );
}
