import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import * as z from 'zod';
import { fillWords, type Words } from '../words.ts';
import type { AttributeEntry, Entry } from './entry.ts';
import { faults } from './faults.ts';
import { folderAttribute } from './folder-path.ts';
import { toAttributeEntry } from './from-records.ts';
import { attributeRecord } from './json-records.ts';

type Cell = string | null;

const maximumRowLength = 16 * 1024 * 1024;
const known = new Set(['domain_name', 'url', 'title', 'description', 'created_at', 'updated_at']);
const alsoCalled: Readonly<Record<string, string>> = { domain: 'domain_name' };

/**
 * A table whose first row names the columns, in any order. `attributes` holds JSON; any other column is an attribute of
 * its name. `""` is an empty text, an empty cell none.
 */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<Entry> {
  const skipped: Entry[] = [];
  const skip = (error: CsvError) => {
    const line = typeof error.lines === 'number' ? error.lines : 1;
    // One row may be wrong in several ways, and its line is told once.
    if (skipped.at(-1)?.line === line) return;
    skipped.push({ line, kind: 'fault', reason: fillWords(faults.csv, { reason: error.code }) });
  };
  const parser = Readable.from(text).pipe(
    parse({
      bom: true,
      info: true,
      cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
      relax_column_count: true,
      skip_records_with_error: true,
      max_record_size: maximumRowLength,
      on_skip: (error) => {
        if (error) skip(error);
        return undefined;
      },
    }),
  );
  let columns: readonly string[] | undefined;
  let line = 1;
  for await (const { record, info } of parser as AsyncIterable<{
    record: readonly Cell[];
    info: { lines: number };
  }>) {
    yield* skipped.splice(0);
    // `lines` is where the row ends.
    const begins = line;
    line = info.lines + 1;
    if (record.every((cell) => cell === null)) continue;
    if (!columns) {
      columns = record.map((cell) => columnOf(cell ?? ''));
      const problem = headerProblem(columns);
      if (!problem) continue;
      yield { line: begins, kind: 'fault', reason: problem };
      return;
    }
    yield toEntry(begins, record, columns);
  }
  yield* skipped;
}

function columnOf(header: string): string {
  const name = header.trim();
  const lower = name.toLowerCase();
  const usual = alsoCalled[lower] ?? lower;
  return known.has(usual) || usual === 'attributes' ? usual : name;
}

function headerProblem(columns: readonly string[]): Words | undefined {
  if (!columns.includes('url')) return faults.noColumn;
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  return twice === undefined ? undefined : fillWords(faults.twoColumns, { name: twice });
}

function toEntry(line: number, record: readonly Cell[], columns: readonly string[]): Entry {
  const fault = (reason: Words): Entry => ({ line, kind: 'fault', reason });
  if (record.length !== columns.length)
    return fault(fillWords(faults.columns, { found: record.length, wanted: columns.length }));
  const cell = (name: string) => record[columns.indexOf(name)] ?? undefined;
  const times: Record<string, number | undefined> = {};
  for (const name of ['created_at', 'updated_at']) {
    const written = cell(name);
    times[name] = written === undefined ? undefined : Date.parse(written);
    if (Number.isNaN(times[name])) return fault(fillWords(faults.time, { name }));
  }
  const attributes = attributesIn(cell('attributes'));
  if (!attributes) return fault(faults.attributes);
  return {
    line,
    kind: 'node',
    domainName: cell('domain_name'),
    url: cell('url') ?? '',
    title: cell('title'),
    description: cell('description'),
    createdAt: times.created_at,
    updatedAt: times.updated_at,
    attributes: [...attributes, ...otherColumns(record, columns)],
  };
}

function attributesIn(written: string | undefined): readonly AttributeEntry[] | undefined {
  try {
    const parsed = z.array(attributeRecord).safeParse(JSON.parse(written ?? '[]'));
    return parsed.success ? parsed.data.map(toAttributeEntry) : undefined;
  } catch {
    return undefined;
  }
}

function otherColumns(
  record: readonly Cell[],
  columns: readonly string[],
): readonly AttributeEntry[] {
  return columns.flatMap((name, index): readonly AttributeEntry[] => {
    const value = record[index];
    if (!value?.trim() || name === '' || name === 'attributes' || known.has(name)) return [];
    if (name === folderAttribute.name) return [{ ...folderAttribute, value }];
    if (name !== 'tags') return [{ name, type: 'string', value }];
    return value
      .split(/[,;|\n]/)
      .filter((tag) => tag.trim() !== '')
      .map((tag) => ({ name, type: 'tag', value: tag }));
  });
}
