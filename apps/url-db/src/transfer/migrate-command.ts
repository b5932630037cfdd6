import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { readSettings } from '../settings.ts';
import { openStore } from '../storage/open-store.ts';
import { UsageError } from '../usage-error.ts';
import { fill } from '../words.ts';
import { texts } from './command-texts.ts';
import { firstDifference, migrate } from './migrate.ts';
import { createProgress } from './progress.ts';
import { takeWords } from './take-words.ts';

/** `url-db migrate --to postgres://…`: everything with its ids, into an empty database of either engine. */
export async function migrateCommand(
  argv: readonly string[],
  { environment, language, stdout, stderr }: CommandContext,
): Promise<number> {
  const { to } = takeWords(argv, ['to'], 0).options;
  if (to === undefined)
    throw new UsageError('wordMissing', { usage: 'url-db migrate --to postgres://…' });
  const from = await openStore(readSettings(environment, language).databaseUrl);
  try {
    const target = await openStore(to);
    try {
      const domains = await from.listDomains();
      const total = domains.reduce((sum, { nodeCount }) => sum + nodeCount, 0);
      const progress = createProgress(stderr, total);
      try {
        const { counts, found } = await migrate(from, target, (nodes) =>
          progress.update(nodes, nodes),
        );
        progress.end();
        const different = firstDifference(counts, found);
        if (different) {
          stderr.write(`${fill(texts.different[language], { ...different })}\n`);
          return exitCodes.failed;
        }
        const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
        stdout.write(`${fill(texts.migrated[language], { rows })}\n`);
        return exitCodes.ok;
      } finally {
        progress.end();
      }
    } finally {
      await target.close();
    }
  } finally {
    await from.close();
  }
}
