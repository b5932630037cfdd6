import type { NewNode, UrlStore } from '../storage/store.ts';
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

/** One batch, in one transaction: nodes with all that they carry, or none of it. */
export async function writeRows(
  rows: readonly CheckedRow[],
  store: UrlStore,
  domains: Domains,
): Promise<WrittenRows> {
  // A type that the file names. What is wrong with the name itself is told when it is set.
  for (const { node, attributes } of rows)
    for (const { name, type } of attributes)
      if (type) await domains.define(node.domainName, name, type);
  const { outcomes, issues } = await store.importNodes(
    rows.map(({ node, attributes }) => ({ ...node, attributes })),
    mergeAttributes,
  );
  const found: Told[] = [];
  const notes: Told[] = [];
  const rowsOf = new Map<number, CheckedRow[]>();
  let created = 0;
  let known = 0;
  for (const [index, row] of rows.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined || outcome === 'no_domain') {
      found.push({ line: row.line, reason: faults.domainGone });
      continue;
    }
    const isNew = 'node' in outcome;
    const node = isNew ? outcome.node : outcome.duplicate;
    if (isNew) created += 1;
    else known += 1;
    if (!isNew && row.titleGiven && row.node.title !== node.title)
      notes.push({ line: row.line, reason: fillWords(faults.otherTitle, { title: node.title }) });
    const same = rowsOf.get(node.id);
    if (same) same.push(row);
    else rowsOf.set(node.id, [row]);
  }
  for (const [id, refused] of issues)
    for (const { name, problem, limit } of refused) {
      const line = lineOf(name, rowsOf.get(id) ?? []);
      found.push({ line, reason: attributeFault(name, problem, limit) });
    }
  return { created, known, faults: found, notes };
}

/** Of the rows of one URL the first that brings an attribute. */
function lineOf(name: string, rows: readonly CheckedRow[]): number {
  const row = rows.find(({ attributes }) => attributes.some((one) => one.name === name));
  return row?.line ?? 0;
}
