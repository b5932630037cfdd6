// Another process that writes to the same store, for tests of races and crashes. Says "ready", begins on a line of input,
// and tells of each batch when it was acknowledged: the ids and URLs it was given.
import { once } from 'node:events';
import { openStore } from '../storage/open-store.ts';
import type { WriteJob } from './write-job.ts';

const job: WriteJob = JSON.parse(process.argv[2] ?? '');
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

const store = await openStore(job.url);
say('ready');
await once(process.stdin, 'data');
for (let time = 0; time < (job.times ?? Number.POSITIVE_INFINITY); time += 1) {
  const rows = Array.from({ length: job.batch }, (_, index) => ({
    domainName: job.domainName,
    url: `https://example.com/${job.name}/${time}/${index}`,
    title: `제목 ${job.name} ${time} ${index}`,
    description: null,
  }));
  const [first] = rows;
  const outcomes =
    job.batch === 1 && first ? [await store.createNode(first)] : await store.createNodes(rows);
  say(
    outcomes.map((outcome) =>
      outcome !== 'no_domain' && 'node' in outcome ? [outcome.node.id, outcome.node.url] : null,
    ),
  );
}
say('done');
await store.close();
process.exit(0);
