// Saves nodes of the corpus, a thousand at a time, two requests on their way: `load URL FROM COUNT`. Makes the domains where
// it begins at 0. Prints the rows a second of each tenth, and how many were saved.
import { createCorpus } from '../../apps/url-db/src/testing/corpus.ts';
import { progress } from '../shared/progress.ts';
import { createCaller } from './call.ts';

const [url = '', from = '0', count = '0'] = process.argv.slice(2);
const start = Number(from);
const total = Number(count);
const batchSize = 1000;
const corpus = createCorpus();
const { call, close } = createCaller(url, 2);

if (start === 0)
  for (const name of corpus.domainNames) await call('/api/mcp/domains', JSON.stringify({ name }));

const batch = (index: number) =>
  JSON.stringify({
    nodes: corpus
      .chunk(start + index * batchSize, batchSize)
      .map(({ domainName, url, title, description }) => ({
        domain_name: domainName,
        url,
        title,
        description,
      })),
  });
const batches = total / batchSize;
const tenth = batches / 10;
const advance = progress(`url-db: nodes saved at ${new URL(url).port}`, total);
const doneAt: number[] = [];
let created = 0;
let next = 0;
const began = performance.now();
await Promise.all(
  Array.from({ length: 2 }, async () => {
    while (next < batches) {
      const index = next++;
      const answer = await call('/api/mcp/nodes/batch-create', batch(index));
      created += (JSON.parse(answer) as { created_count: number }).created_count;
      doneAt.push(performance.now());
      advance(doneAt.length * batchSize);
    }
  }),
);
const rates = Array.from({ length: 10 }, (_, index) => {
  const since = index === 0 ? began : (doneAt[Math.round(index * tenth) - 1] ?? Number.NaN);
  const until = doneAt[Math.round((index + 1) * tenth) - 1] ?? Number.NaN;
  return Math.round((tenth * batchSize * 1000) / (until - since));
});
process.stdout.write(JSON.stringify({ rates, created }));
close();
