import type { TransferFormat } from './entry.ts';

const endings: Readonly<Record<string, TransferFormat>> = {
  html: 'netscape',
  htm: 'netscape',
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** By the file's name; undefined where that says nothing. */
export function formatOf(name: string | undefined): TransferFormat | undefined {
  return endings[/\.([a-z]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''];
}

/** By how a text begins. */
export function formatOfText(beginning: string): TransferFormat {
  const [first] = beginning.trimStart();
  if (first === '<') return 'netscape';
  return first === '{' ? 'jsonl' : 'csv';
}
