import { UrlDbError } from '../errors/url-db-error.ts';
import { isDomainName } from '../keys/composite-key.ts';
import { checkRow } from '../operations/import-nodes.ts';
import { problems } from '../schemas/problems.ts';
import type { UrlStore } from '../storage/store.ts';
import type { Words } from '../words.ts';
import { createDomains } from './domains.ts';
import type { DependencyEntry, Entry, NodeEntry } from './entry.ts';
import { faults, reasonOf } from './faults.ts';
import { importDependency } from './import-dependency.ts';
import { type CheckedRow, writeRows } from './write-rows.ts';

export interface ImportOptions {
  readonly store: UrlStore;
  readonly schemes: readonly string[];
  /** Everything goes there, whatever the file says. */
  readonly domainName?: string | undefined;
  /** Where a row goes that names no domain, asked at each; undefined: the row is at fault. */
  readonly defaultDomainName?: (() => string | undefined) | undefined;
  /** Told of each row that could not be taken, or not as it is. */
  readonly onProblem?: ((line: number, reason: Words, kind: 'fault' | 'note') => void) | undefined;
  /** Told after each batch. */
  readonly onProgress?: ((counts: ImportCounts) => void) | undefined;
  /** Aborted: ends after the batch that runs. */
  readonly signal?: AbortSignal | undefined;
  /** Rows of one transaction. Default: 500. */
  readonly batchSize?: number | undefined;
}

export interface ImportCounts {
  readonly created: number;
  /** There already; attributes that they had not were added. */
  readonly known: number;
  readonly dependencies: number;
  /** At fault, each of them told. */
  readonly skipped: number;
}

/** Characters of attributes after which a batch is written, however few its rows are: an image may have 10 MB. */
const longestBatch = 16 * 1024 * 1024;

/**
 * Takes what a reader found into the store, in batches. A second time it changes nothing, and after an interruption it
 * goes on: what is there already stays, and gets only what it lacks.
 */
export async function importEntries(
  entries: AsyncIterable<Entry>,
  options: ImportOptions,
): Promise<ImportCounts> {
  const { store, onProblem, onProgress, signal, batchSize = 500 } = options;
  const domains = createDomains(store);
  const counts = { created: 0, known: 0, dependencies: 0, skipped: 0 };
  let batch: CheckedRow[] = [];
  let batchLength = 0;

  const fault = (line: number, reason: Words) => {
    counts.skipped += 1;
    onProblem?.(line, reason, 'fault');
  };
  const flush = async () => {
    if (batch.length === 0) return;
    const rows = batch;
    batch = [];
    batchLength = 0;
    const written = await writeRows(rows, store, domains);
    counts.created += written.created;
    counts.known += written.known;
    for (const { line, reason } of written.faults) fault(line, reason);
    for (const { line, reason } of written.notes) onProblem?.(line, reason, 'note');
    onProgress?.(counts);
  };
  const domainOf = (named: string | undefined): string | Words => {
    const name = options.domainName ?? named ?? options.defaultDomainName?.();
    if (name === undefined) return faults.noDomain;
    return isDomainName(name.toLowerCase()) ? name.toLowerCase() : problems.domainName;
  };
  const addNode = async (line: number, entry: NodeEntry) => {
    const domainName = domainOf(entry.domainName);
    if (typeof domainName !== 'string') return fault(line, domainName);
    const { url, title, description } = entry;
    const row = checkRow({ domain_name: domainName, url, title, description }, options);
    if (UrlDbError.is(row)) return fault(line, reasonOf(row));
    await domains.make(domainName);
    const { createdAt, updatedAt, attributes } = entry;
    batch.push({ line, node: { ...row, createdAt, updatedAt }, titleGiven: !!title, attributes });
    for (const { value } of attributes) batchLength += value.length;
    if (batch.length >= batchSize || batchLength >= longestBatch) await flush();
  };
  const addDependency = async (line: number, entry: DependencyEntry) => {
    await flush();
    const dependent = domainOf(entry.dependent.domainName);
    const dependency = domainOf(entry.dependency.domainName);
    if (typeof dependent !== 'string') return fault(line, dependent);
    if (typeof dependency !== 'string') return fault(line, dependency);
    const outcome = await importDependency(store, entry, dependent, dependency);
    if (typeof outcome === 'object') fault(line, outcome);
    else if (outcome === 'added') counts.dependencies += 1;
  };

  for await (const entry of entries) {
    if (signal?.aborted) break;
    if (entry.kind === 'fault') fault(entry.line, entry.reason);
    else if (entry.kind === 'node') await addNode(entry.line, entry);
    else if (entry.kind === 'dependency') await addDependency(entry.line, entry);
    else {
      await flush();
      const name = domainOf(entry.name);
      if (typeof name !== 'string') fault(entry.line, name);
      else
        for (const reason of await domains.describe({ ...entry, name })) fault(entry.line, reason);
    }
  }
  await flush();
  return counts;
}
