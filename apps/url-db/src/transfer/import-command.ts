import { stat } from 'node:fs/promises';
import { exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../storage/open-store.ts';
import { UsageError } from '../usage-error.ts';
import { fill, fillWords } from '../words.ts';
import { texts } from './command-texts.ts';
import { formatOf } from './detect-format.ts';
import { type ImportCounts, importEntries } from './import-entries.ts';
import { CommandError, inWords } from './in-words.ts';
import { createProgress } from './progress.ts';
import { readEntries } from './read-entries.ts';
import { NotUtf8Error, readText } from './read-text.ts';
import { takeDomain, takeFormat, takeWords } from './take-words.ts';

/** Where a browser's bookmarks go, whose file names no domain. */
const bookmarksDomain = 'bookmarks';

/** `url-db import FILE [--domain NAME] [--format …]`; `-` is the standard input. */
export const importCommand = inWords(async (argv, context) => {
  const { environment, language, stdin, stdout, stderr, signal } = context;
  const { files, options } = takeWords(argv, ['domain', 'format'], 1);
  const [file] = files;
  if (file === undefined)
    throw new UsageError('wordMissing', { usage: texts.importUsage[language] });
  const domainName = takeDomain(options.domain);
  const format = takeFormat(options.format) ?? formatOf(file);
  const size = file === '-' ? 0 : await sizeOf(file);
  const { databaseUrl, schemes } = readSettings(environment, language);
  const store = await openStore(databaseUrl);
  const progress = createProgress(stderr, size);
  let bytes = 0;
  let defaultDomainName: string | undefined;
  try {
    const text = readText(file === '-' ? stdin : file, (more) => {
      bytes += more;
    });
    const entries = readEntries(text, format, (known) => {
      if (known === 'netscape') defaultDomainName = bookmarksDomain;
    });
    const counts = await importEntries(entries, {
      store,
      schemes,
      domainName,
      defaultDomainName: () => defaultDomainName,
      signal,
      onProblem: (line, reason) => progress.say(`${file}:${line}: ${printable(reason[language])}`),
      onProgress: ({ created, known }) => progress.update(bytes, created + known),
    });
    progress.end();
    stdout.write(`${fill(texts.imported[language], { ...counts })}\n`);
    if (signal?.aborted) stderr.write(`${texts.interrupted[language]}\n`);
    return exitCodeOf(counts, signal);
  } catch (error) {
    progress.end();
    throw error instanceof NotUtf8Error
      ? new CommandError(fillWords(texts.notUtf8, { file }), { cause: error })
      : error;
  } finally {
    await store.close();
  }
});

function exitCodeOf({ skipped }: ImportCounts, signal: AbortSignal | undefined): number {
  if (signal?.aborted) return exitCodes.failed;
  return skipped > 0 ? exitCodes.skipped : exitCodes.ok;
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new CommandError(fillWords(texts.noFile, { file }));
  if (found.isDirectory()) throw new CommandError(fillWords(texts.folder, { file }));
  return found.size;
}

/** What a file says must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
