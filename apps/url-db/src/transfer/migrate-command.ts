import { JeonboError } from '@jeonbo/core';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../storage/open-store.ts';
import type { UrlStore } from '../storage/store.ts';
import { UsageError } from '../usage-error.ts';
import { fill } from '../words.ts';
import { texts } from './command-texts.ts';
import { CommandError, inWords } from './in-words.ts';
import { firstDifference, migrate } from './migrate.ts';
import { createProgress } from './progress.ts';
import { takeWords } from './take-words.ts';

/** `url-db migrate --to postgres://…`: everything with its ids, into an empty database of either engine. */
export const migrateCommand = inWords(async (argv, context) => {
  const { environment, language } = context;
  const { to } = takeWords(argv, ['to'], 0).options;
  if (to === undefined)
    throw new UsageError('targetMissing', { usage: 'url-db migrate --to postgres://…' });
  const from = await openStore(readSettings(environment, language).databaseUrl);
  try {
    const target = await openTarget(to);
    try {
      return await move(from, target, context);
    } finally {
      await target.close();
    }
  } finally {
    await from.close();
  }
});

async function move(
  from: UrlStore,
  target: UrlStore,
  { language, stdout, stderr, signal }: CommandContext,
): Promise<number> {
  const domains = await from.listDomains();
  const total = domains.reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const progress = createProgress(stderr, total);
  try {
    const { counts, found } = await migrate(from, target, {
      signal,
      onNodes: (nodes) => progress.update(nodes, nodes),
    });
    progress.end();
    const different = firstDifference(counts, found);
    if (different) {
      stderr.write(`${fill(texts.different[language], { ...different })}\n`);
      return exitCodes.failed;
    }
    const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    stdout.write(`${fill(texts.migrated[language], { rows })}\n`);
    return exitCodes.ok;
  } catch (error) {
    if (signal?.aborted) throw new CommandError(texts.notMoved, { cause: error });
    const isFull = JeonboError.is(error) && error.code === 'CONFLICT';
    throw isFull ? new CommandError(texts.notEmpty, { cause: error }) : error;
  } finally {
    progress.end();
  }
}

/** What is wrong with it is not wrong with DATABASE_URL, of which the store speaks. */
async function openTarget(to: string): Promise<UrlStore> {
  try {
    return await openStore(to);
  } catch (error) {
    if (!JeonboError.is(error)) throw error;
    const message = error.message.replaceAll('DATABASE_URL', '--to');
    throw new JeonboError(error.code, message, { cause: error });
  }
}
