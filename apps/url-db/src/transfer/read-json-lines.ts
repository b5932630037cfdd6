import { validate } from '../schemas/validate.ts';
import type { Entry, FaultEntry } from './entry.ts';
import { faultOf, faults } from './faults.ts';
import { toDependencyEntry, toDomainEntry, toNodeEntry } from './from-records.ts';
import { dependencyRecord, domainRecord, nodeRecord } from './json-records.ts';
import { readLines } from './read-lines.ts';

/** One object a line: a domain, a node (the usual, so its `kind` may be left out) or a dependency. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<Entry> {
  let line = 0;
  for await (const written of readLines(text)) {
    line += 1;
    if (written.trim() !== '') yield { line, ...readRecord(written) };
  }
}

function readRecord(written: string) {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return fault(faults.notJson);
  }
  try {
    switch (kindOf(value)) {
      case 'domain':
        return toDomainEntry(validate(domainRecord, value));
      case 'dependency':
        return toDependencyEntry(validate(dependencyRecord, value));
      default:
        return toNodeEntry(validate(nodeRecord, value));
    }
  } catch (error) {
    return fault(faultOf(error));
  }
}

function fault(reason: FaultEntry['reason']): FaultEntry {
  return { kind: 'fault', reason };
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
