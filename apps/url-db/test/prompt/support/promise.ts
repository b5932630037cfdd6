import { openUrlDb } from '../../../src/open-url-db.ts';
import { createDomain } from '../../../src/operations/domains.ts';
import { importNodes } from '../../../src/operations/import-nodes.ts';
import { readSettings } from '../../../src/settings.ts';
import type { World } from '../../mcp/support/world.ts';

/** A database in which the next node is number 123, as in the promise. */
export async function fill({ environment }: World): Promise<void> {
  const { contexts, close } = await openUrlDb(readSettings(environment, 'ko'));
  for (const name of ['tech-articles', 'recipes']) await createDomain.call({ name }, contexts.ko);
  const nodes = Array.from({ length: 122 }, (_, index) => ({
    domain_name: 'recipes',
    url: `https://example.com/recipes/${index}`,
  }));
  await importNodes.call({ nodes }, contexts.ko);
  await close();
}
