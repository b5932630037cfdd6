// Reads nodes by their keys on kept connections as fast as they are answered: `get URL CONNECTIONS COUNT KEY…`, one key after
// the other. Prints the gets a second.
import { createCaller } from './call.ts';
import { nodePath } from './paths.ts';

const [url = '', connections = '1', count = '0', ...keys] = process.argv.slice(2);
const paths = keys.map(nodePath);
const { call, close } = createCaller(url, Number(connections));
let next = 0;
const began = performance.now();
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (next < Number(count)) await call(paths[next++ % paths.length] ?? '');
  }),
);
process.stdout.write(
  JSON.stringify({ rate: (Number(count) * 1000) / (performance.now() - began) }),
);
close();
