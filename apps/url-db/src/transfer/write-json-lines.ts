import type { ExportOptions } from './export-options.ts';
import { toDependencyRecord, toDomainRecord, toNodeRecord } from './to-records.ts';

const pageSize = 500;

/** Everything there is: domains with what they define, nodes with their attributes, dependencies. */
export async function* writeJsonLines({
  store,
  domains,
  domainName,
  toolName,
  onNode,
}: ExportOptions): AsyncGenerator<string> {
  for (const domain of domains) {
    const definitions = (await store.listAttributeDefinitions(domain.name)) ?? [];
    yield line(toDomainRecord(domain, definitions));
  }
  for await (const one of store.readAll(domainName)) {
    yield line(toNodeRecord(one, toolName));
    onNode?.();
  }
  for (let after = 0; ; ) {
    const found = await store.readDependencies({ after, limit: pageSize, domainName });
    for (const one of found) yield line(toDependencyRecord(one));
    after = found.at(-1)?.id ?? after;
    if (found.length === 0) return;
  }
}

function line(record: unknown): string {
  return `${JSON.stringify(record)}\n`;
}
