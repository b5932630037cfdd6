import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../storage/open-store.ts';
import type { UrlStore } from '../storage/store.ts';
import { fill } from '../words.ts';
import { texts } from './command-texts.ts';
import { formatOf } from './detect-format.ts';
import type { TransferFormat } from './entry.ts';
import type { ExportOptions } from './export-options.ts';
import { inWords } from './in-words.ts';
import { createProgress } from './progress.ts';
import { takeDomain, takeFormat, takeWords } from './take-words.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonLines } from './write-json-lines.ts';
import { writeNetscape } from './write-netscape.ts';

const writers: Readonly<Record<TransferFormat, (options: ExportOptions) => AsyncIterable<string>>> =
  { netscape: writeNetscape, csv: writeCsv, jsonl: writeJsonLines };

/** `url-db export [--format …] [--domain NAME] [FILE]`; without a file, or with `-`, to the standard output. */
export const exportCommand = inWords(async (argv, context) => {
  const { environment, language, stdout, stderr, signal } = context;
  const { files, options } = takeWords(argv, ['domain', 'format'], 1);
  const file = files[0] === '-' ? undefined : files[0];
  const domainName = takeDomain(options.domain);
  const format = takeFormat(options.format) ?? formatOf(file) ?? 'jsonl';
  const { databaseUrl, toolName } = readSettings(environment, language);
  const store = await openStore(databaseUrl);
  try {
    const domains = await domainsOf(store, domainName);
    if (!domains) {
      stderr.write(`${fill(texts.noDomain[language], { name: domainName })}\n`);
      return exitCodes.failed;
    }
    const total = domains.reduce((sum, { nodeCount }) => sum + nodeCount, 0);
    const progress = createProgress(stderr, total);
    let nodes = 0;
    const onNode = () => {
      nodes += 1;
      progress.update(nodes, nodes);
    };
    try {
      const text = writers[format]({ store, domains, domainName, toolName, onNode });
      if (file === undefined) await writeToPipe(stdout, blocks(text));
      else await writeWhole(file, blocks(text), signal);
    } finally {
      progress.end();
    }
    stderr.write(`${fill(texts.exported[language], { nodes })}\n`);
    return exitCodes.ok;
  } finally {
    await store.close();
  }
});

/** Who reads it may have seen enough before the end. */
async function writeToPipe(stdout: Writable, source: Readable): Promise<void> {
  try {
    await pipeline(source, stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

async function domainsOf(store: UrlStore, domainName: string | undefined) {
  if (domainName === undefined) return store.listDomains();
  const domain = await store.getDomain(domainName);
  return domain && [domain];
}

/** Takes the name only when it is whole, so that half an export never stands where a good one was. */
async function writeWhole(
  file: string,
  source: Readable,
  signal: AbortSignal | undefined,
): Promise<void> {
  const unfinished = `${file}.part-${process.pid}`;
  try {
    const target = createWriteStream(unfinished, { flush: true });
    await pipeline(source, target, signal ? { signal } : {});
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** In pieces that are worth a write each. */
function blocks(text: AsyncIterable<string>): Readable {
  return Readable.from(
    (async function* () {
      let block = '';
      for await (const piece of text) {
        block += piece;
        if (block.length < 65_536) continue;
        yield block;
        block = '';
      }
      if (block !== '') yield block;
    })(),
  );
}
