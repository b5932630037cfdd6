// What many do at once for some seconds: `mixed URL CONNECTIONS SECONDS FIRST`. Of ten calls six search, two read a list, one
// reads a node and one saves one. Prints how many were answered.
import { createCorpus, questionKinds } from '../../apps/url-db/src/testing/corpus.ts';
import { createCaller } from './call.ts';
import { listPath, nodePath, searchPath } from './paths.ts';

const [url = '', connections = '1', seconds = '1', first = '0'] = process.argv.slice(2);
const corpus = createCorpus();
const { call, close } = createCaller(url, Number(connections));
const end = performance.now() + Number(seconds) * 1000;
let next = Number(first);
let key = '';

async function one(index: number): Promise<void> {
  const kind = index % 10;
  const asked = questionKinds[kind];
  if (asked) await call(searchPath(corpus.question(asked, index)));
  else if (kind === 6) await call(listPath(100, 'page=1'));
  else if (kind === 7) await call(listPath(20, `page=1&domain_name=domain-${(index % 1000) + 1}`));
  else if (kind === 8 && key) await call(nodePath(key));
  else {
    const { domainName, url, title, description } = corpus.node(index);
    const node = { domain_name: domainName, url, title, description };
    const made = JSON.parse(await call('/api/mcp/nodes', JSON.stringify(node)));
    key = (made as { composite_id: string }).composite_id;
  }
}

await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (performance.now() < end) await one(next++);
  }),
);
process.stdout.write(JSON.stringify({ calls: next - Number(first) }));
close();
