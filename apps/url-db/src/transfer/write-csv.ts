import { stringify } from 'csv-stringify/sync';
import type { ExportedNode } from '../storage/store.ts';
import type { ExportOptions } from './export-options.ts';
import { exactTime, toAttributeRecord } from './to-records.ts';

const header = [
  'domain_name',
  'url',
  'title',
  'description',
  'created_at',
  'updated_at',
  'attributes',
];

/** A table of the nodes, their attributes as JSON in one cell. Spreadsheets read its Korean by the mark at its start. */
export async function* writeCsv({
  store,
  domainName,
  onNode,
}: ExportOptions): AsyncGenerator<string> {
  yield `\u{feff}${stringify([header])}`;
  for await (const one of store.readAll(domainName)) {
    yield row(one);
    onNode?.();
  }
}

function row({ node, attributes }: ExportedNode): string {
  const { domainName, url, title, description, createdAt, updatedAt } = node;
  const cells = [
    domainName,
    url,
    title,
    description,
    exactTime(createdAt),
    exactTime(updatedAt),
    attributes.length > 0 ? JSON.stringify(attributes.map(toAttributeRecord)) : null,
  ];
  // An empty text in quotes, so that it is not taken for none.
  return stringify([cells], { quoted_match: /^$|^\s|\s$|\r/ });
}
