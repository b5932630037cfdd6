// One send by our `messages.create` beside the one of the official `twilio`, against the same local server in a process
// of its own: `node bench/send-one/run.ts [--assert]`.
//
// What is compared is each round with the one of the other library beside it: other work on the machine then weighs on
// both. Allocations are counted on V8's heap (meter.ts says how), and differ by the machine hardly at all. The floor is
// bare fetch, the only way to send that all of our runtimes have; `twilio` is on node:http by axios.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { layOut } from '../shared/lay-out.ts';
import { median } from '../shared/median.ts';
import { bench } from '../shared/paths.ts';
import { compile, measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import type { Round } from './meter.ts';

/** What the server tells. */
interface Counted {
  readonly sends: number;
  readonly others: number;
  readonly connections: number;
}

const rounds = 11;
const warmUp = 1000;
const sends = 1000;
const names = ['ours', 'twilio', 'floor'] as const;
type Name = (typeof names)[number];

using packages = layOut('twilio');
const [stubProgram = '', ...programs] = await Promise.all(
  ['stub', ...names].map((name) =>
    compile(join(bench, `send-one/${name}-program.ts`), packages.folder, name),
  ),
);
const stub = fork(stubProgram);
const [url] = (await once(stub, 'message')) as [string];

/** One round of one library, and whether every send arrived, on connections that were kept open. */
async function run(name: Name): Promise<Round> {
  const program = programs[names.indexOf(name)] ?? '';
  const round = await measure<Round>(program, url, String(warmUp), String(sends));
  const counted = (await (await fetch(url)).json()) as Counted;
  if (counted.sends !== warmUp + sends || counted.others > 0 || counted.connections > 5)
    throw new Error(`${name}: ${warmUp + sends} sends; arrived: ${JSON.stringify(counted)}`);
  return round;
}

const all: Record<Name, Round[]> = { ours: [], twilio: [], floor: [] };
try {
  const advance = progress('send-one: rounds', rounds * names.length);
  for (let round = 0, done = 0; round < rounds; round++) {
    // Each begins with another one, so that none always follows the same.
    for (let place = 0; place < names.length; place++) {
      const name = names[(round + place) % names.length] as Name;
      all[name].push(await run(name));
      advance(++done);
    }
  }
} finally {
  stub.disconnect();
}

function cost(name: Name): string {
  const times = all[name].map(({ sendMs }) => sendMs);
  const kb = median(all[name].map(({ sendBytes }) => sendBytes)) / 1024;
  return `${median(times).toFixed(3)} ms (fastest round ${Math.min(...times).toFixed(3)}), ${kb.toFixed(1)} KiB`;
}
function ratio(name: Name, peer: Name, of: keyof Round): string {
  const each = all[name].map((round, index) => round[of] / (all[peer][index]?.[of] ?? Number.NaN));
  return median(each).toFixed(2);
}
show([
  { name: 'versions', value: versions('twilio', 'ky') },
  {
    name: 'rounds',
    value: `${rounds} of each, in turn: ${sends.toLocaleString('en')} sends one after the other, after ${warmUp.toLocaleString('en')} to warm up; a process each`,
  },
  { name: 'twilio-client', value: cost('ours') },
  { name: 'twilio', value: cost('twilio') },
  { name: 'floor: fetch', value: cost('floor') },
  { name: 'ratio of time', value: ratio('ours', 'twilio', 'sendMs'), atMost: 1 },
  { name: 'ratio of allocations', value: ratio('ours', 'twilio', 'sendBytes'), atMost: 1 },
  { name: 'ratio of time to the floor', value: ratio('ours', 'floor', 'sendMs') },
  { name: 'ratio of allocations to the floor', value: ratio('ours', 'floor', 'sendBytes') },
]);
