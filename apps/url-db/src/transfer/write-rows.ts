import type { AttributeIssue } from '../attributes/issues.ts';
import type { NewNode, NodeAttributesInput, UrlNode, UrlStore } from '../storage/store.ts';
import { fillWords, type Words } from '../words.ts';
import { attributeFault, type Domains } from './domains.ts';
import type { AttributeEntry } from './entry.ts';
import { faults } from './faults.ts';
import { mergeAttributes } from './merge-attributes.ts';

export interface CheckedRow {
  readonly line: number;
  readonly node: NewNode;
  /** Whether its title is its own, and not made from its URL. */
  readonly titleGiven: boolean;
  readonly attributes: readonly AttributeEntry[];
}

interface Told {
  readonly line: number;
  readonly reason: Words;
}

export interface WrittenRows {
  readonly created: number;
  readonly known: number;
  readonly faults: readonly Told[];
  readonly notes: readonly Told[];
}

interface Target {
  readonly node: UrlNode;
  readonly created: boolean;
  readonly rows: CheckedRow[];
}

/** One batch: the nodes in one transaction, then what they carry in another one. */
export async function writeRows(
  rows: readonly CheckedRow[],
  store: UrlStore,
  domains: Domains,
): Promise<WrittenRows> {
  const outcomes = await store.createNodes(rows.map(({ node }) => node));
  const targets = new Map<number, Target>();
  const found: Told[] = [];
  const notes: Told[] = [];
  let known = 0;
  for (const [index, row] of rows.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome === 'no_domain') {
      // Somebody deleted it a moment ago.
      found.push({ line: row.line, reason: faults.noDomain });
      continue;
    }
    const created = 'node' in outcome;
    const node = created ? outcome.node : outcome.duplicate;
    if (!created) known += 1;
    if (!created && row.titleGiven && row.node.title !== node.title)
      notes.push({ line: row.line, reason: fillWords(faults.otherTitle, { title: node.title }) });
    const target = targets.get(node.id) ?? { node, created, rows: [] };
    target.rows.push(row);
    targets.set(node.id, target);
  }
  found.push(...(await writeAttributes([...targets.values()], store, domains)));
  const created = [...targets.values()].filter((target) => target.created).length;
  return { created, known, faults: found, notes };
}

async function writeAttributes(
  targets: readonly Target[],
  store: UrlStore,
  domains: Domains,
): Promise<readonly Told[]> {
  const told: Told[] = [];
  const carrying = targets.filter((target) => target.rows.some((row) => row.attributes.length > 0));
  const older = carrying.filter((target) => !target.created);
  const values = await store.getAttributesOf(
    older.map(({ node }) => ({ domainName: node.domainName, id: node.id })),
  );
  const kept = new Map(older.map((target, index) => [target, values[index] ?? []]));
  const writes = new Map<NodeAttributesInput, number>();
  for (const target of carrying) {
    const { domainName, id } = target.node;
    for (const { line, attributes } of target.rows)
      for (const { name, type } of attributes) {
        const reason = type && (await domains.define(domainName, name, type));
        if (reason) told.push({ line, reason });
      }
    const inputs = mergeAttributes(
      kept.get(target) ?? [],
      target.rows.map(({ attributes }) => attributes),
    );
    if (inputs.length > 0) writes.set({ domainName, id, inputs }, target.rows[0]?.line ?? 0);
  }
  const refused = await set(writes, store);
  // Each name by itself: a value at fault does not keep the others out.
  const single = new Map<NodeAttributesInput, number>(
    [...refused.keys()].flatMap((write) =>
      [...Map.groupBy(write.inputs, ({ name }) => name).values()].map(
        (inputs) => [{ ...write, inputs }, writes.get(write) ?? 0] as const,
      ),
    ),
  );
  for (const [write, issues] of await set(single, store))
    for (const { name, problem, limit } of issues)
      told.push({ line: single.get(write) ?? 0, reason: attributeFault(name, problem, limit) });
  return told;
}

/** Answers what is wrong with those that could not be set. */
async function set(
  writes: ReadonlyMap<NodeAttributesInput, number>,
  store: UrlStore,
): Promise<ReadonlyMap<NodeAttributesInput, readonly AttributeIssue[]>> {
  const asked = [...writes.keys()];
  if (asked.length === 0) return new Map();
  const outcomes = await store.setAttributesOfMany(asked, { create: true });
  return new Map(
    asked.flatMap((write, index) => {
      const outcome = outcomes[index];
      return typeof outcome === 'object' && 'issues' in outcome
        ? [[write, outcome.issues] as const]
        : [];
    }),
  );
}
