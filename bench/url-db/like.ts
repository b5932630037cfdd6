import { Client } from 'pg';
import { type Corpus, createCorpus } from '../../apps/url-db/src/testing/corpus.ts';
import { median } from '../shared/median.ts';

const condition = (mark: string) =>
  `title LIKE ${mark} OR url LIKE ${mark} OR description LIKE ${mark}`;
const questions = (corpus: Corpus) =>
  Array.from({ length: 9 }, (_, index) => `%${corpus.question('rare', index)}%`);

/** How long a count of rare words takes that looks through all texts, in milliseconds. */
export function timeLikeOnSqlite(file: string): number {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(file, { readOnly: true });
  const count = database.prepare(`SELECT COUNT(*) FROM nodes WHERE ${condition('?1')}`);
  const times = questions(createCorpus()).map((pattern) => {
    const began = performance.now();
    count.get(pattern);
    return performance.now() - began;
  });
  database.close();
  return median(times);
}

export async function timeLikeOnPostgres(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  for (const pattern of questions(createCorpus())) {
    const began = performance.now();
    await client.query(`SELECT COUNT(*) FROM nodes WHERE ${condition('$1')}`, [pattern]);
    times.push(performance.now() - began);
  }
  await client.end();
  return median(times);
}
