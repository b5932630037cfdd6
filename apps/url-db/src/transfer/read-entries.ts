import { formatOfText } from './detect-format.ts';
import type { Entry, TransferFormat } from './entry.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readNetscape } from './read-netscape.ts';

const readers: Readonly<
  Record<TransferFormat, (text: AsyncIterable<string>) => AsyncIterable<Entry>>
> = { netscape: readNetscape, csv: readCsv, jsonl: readJsonLines };

/** What is in a text of a format; where that is not known, of the one as which it begins. */
export async function* readEntries(
  text: AsyncGenerator<string>,
  format: TransferFormat | undefined,
  onFormat: (format: TransferFormat) => void = () => {},
): AsyncGenerator<Entry> {
  let beginning = '';
  while (beginning.trimStart() === '') {
    const { value, done } = await text.next();
    if (done) return;
    beginning += value;
  }
  const known = format ?? formatOfText(beginning);
  onFormat(known);
  yield* readers[known](
    (async function* () {
      yield beginning;
      yield* text;
    })(),
  );
}
