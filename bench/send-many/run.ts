// `sendMany` over a million recipients in constant memory, against a local server in a process of its own, beside the
// same requests by bare fetch: `node bench/send-many/run.ts [--assert] [--recipients=1000000]`.
//
// Two figures of memory, both printed. The target, 120 MB, is on the run with --optimize-for-size alone. With Node's
// default heap the process takes about twice as much (RESULTS.md: 240 MB, bare fetch 196 MB), and nothing is promised
// for it: how long garbage lies is V8's choice, by the machine's memory. What the code needs shows where V8 is told to
// prefer size.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { layOut } from '../shared/lay-out.ts';
import { bench } from '../shared/paths.ts';
import { compile } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import { plan } from './plan.ts';
import type { Report } from './report.ts';

const { values } = parseArgs({
  options: {
    assert: { type: 'boolean' },
    recipients: { type: 'string', default: '1000000' },
  },
});
const count = Number(values.recipients);

using packages = layOut();
const programs = await Promise.all(
  ['stub', 'ours', 'floor'].map((name) =>
    compile(join(bench, `send-many/${name}-program.ts`), packages.folder, name),
  ),
);
const [stubProgram = '', oursProgram = '', floorProgram = ''] = programs;

const stub = fork(stubProgram);
const [url] = (await once(stub, 'message')) as [string];

/** Runs one program, and asks the server whether everything arrived, once. */
async function send(name: string, program: string, ...flags: string[]): Promise<Report> {
  const child = spawn(process.execPath, [...flags, program, url, String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const advance = progress(`send-many: ${[name, ...flags].join(' ')}`, count);
  const faults: string[] = [];
  createInterface(child.stderr).on('line', (line) => {
    if (/^\d+$/.test(line)) advance(Number(line));
    else faults.push(line);
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(faults.join('\n'));
  const counted = (await (await fetch(url)).json()) as { requests: number; recipients: number };
  const requests = Math.ceil(count / plan.chunkSize);
  if (counted.requests !== requests || counted.recipients !== count)
    throw new Error(
      `${requests} requests, ${count} recipients; arrived: ${JSON.stringify(counted)}`,
    );
  return JSON.parse(output) as Report;
}

try {
  const small = '--optimize-for-size';
  const floor = await send('bare fetch', floorProgram);
  const ours = await send('sendMany', oursProgram);
  const smallFloor = await send('bare fetch', floorProgram, small);
  const smallOurs = await send('sendMany', oursProgram, small);
  const rate = ({ sent, seconds }: Report) =>
    `${Math.round(sent / seconds).toLocaleString('en')} recipients/s (${seconds.toFixed(1)} s)`;
  const peak = ({ peakMb, peakMbAtTenth }: Report) =>
    `${peakMb.toFixed(0)} MB RSS (${peakMbAtTenth.toFixed(0)} after a tenth)`;
  const { chunkSize, concurrency } = plan;
  show([
    { name: 'versions', value: versions('ky') },
    {
      name: 'recipients',
      value: `${count.toLocaleString('en')}, ${chunkSize} a request, concurrency ${concurrency}`,
    },
    {
      name: 'memory',
      value: `the target of 120 MB is on ${small}; with the default heap there is none`,
    },
    { name: `sendMany, peak, ${small}`, value: peak(smallOurs), atMost: 120 },
    { name: `floor: fetch, peak, ${small}`, value: peak(smallFloor) },
    { name: 'sendMany, peak, default heap', value: peak(ours) },
    { name: 'floor: fetch, peak, default heap', value: peak(floor) },
    { name: 'sendMany', value: rate(ours) },
    { name: 'floor: fetch', value: rate(floor) },
    { name: 'ratio of time', value: (ours.seconds / floor.seconds).toFixed(2) },
    { name: 'ratio of memory', value: (smallOurs.peakMb / smallFloor.peakMb).toFixed(2) },
  ]);
} finally {
  stub.disconnect();
}
