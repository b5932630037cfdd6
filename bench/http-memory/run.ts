// Memory of `jeonbo-mcp-http kakao`, as it ships, over 60,000 calls by OAuth, and of a bare server with one tool on the same
// SDK, in one run: `node bench/http-memory/run.ts [--assert]`. What a server tells of itself at /metrics after a collection
// of garbage: 100 bytes that are kept of each call would be 5 MB.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp, bundleProgram } from '../shared/app.ts';
import { startKakaoPlace } from '../shared/kakao-place.ts';
import { measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { readMetric, type Served, serve } from '../shared/served.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';
import { growth } from './growth.ts';
import { type Inspected, inspect, inspectOptions } from './inspected.ts';

/** The first one warms up: what is loaded and compiled at the first calls stays. */
const steps = 7;
const callsOfStep = 10_000;
const connections = 16;
/** Megabytes over the 60,000 calls after that, by the median slope. */
const mostHeap = 2;
const mostRss = 10;

interface Side {
  readonly served: Served;
  readonly tokens: string;
  readonly inspected: Inspected;
  /** Megabytes after each step. */
  readonly heap: number[];
  readonly rss: number[];
}

const folder = mkdtempSync(join(tmpdir(), 'jeonbo-http-memory-'));
const [floorProgram, loadProgram] = await Promise.all([
  bundleProgram('http-throughput/floor', folder),
  bundleProgram('http-throughput/load', folder),
]);

async function run({ served, tokens, inspected, heap, rss }: Side): Promise<void> {
  const given = [`${served.url}/mcp`, tokens, String(callsOfStep), String(connections)];
  await measure(loadProgram, ...given);
  await inspected.collectGarbage();
  heap.push((await readMetric(served, 'nodejs_heap_size_used_bytes')) / 1e6);
  rss.push((await readMetric(served, 'process_resident_memory_bytes')) / 1e6);
}

const place = await startKakaoPlace(buildApp('mcp-http', folder), folder);
const sides: Side[] = [];
try {
  const add = async (served: Served, port: number, tokens = '') => {
    sides.push({ served, tokens, inspected: await inspect(port), heap: [], rss: [] });
  };
  const [one, other] = [await inspectOptions(), await inspectOptions()];
  await add(await serve({}, one.flag, floorProgram), one.port);
  const ours = await place.serve('ours', { NODE_OPTIONS: other.flag });
  await add(ours, other.port, ours.tokens);
  const advance = progress('http-memory: calls of each', steps * callsOfStep);
  for (let step = 1; step <= steps; step++) {
    for (const side of sides) await run(side);
    advance(step * callsOfStep);
  }
  const list = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join(', ');
  const [floor, kakao] = sides as [Side, Side];
  const count = ((steps - 1) * callsOfStep).toLocaleString('en');
  show([
    {
      name: 'versions',
      value: versions('@modelcontextprotocol/server', '@modelcontextprotocol/node'),
    },
    {
      name: 'calls',
      value: `${steps} × ${callsOfStep} of each, in turn, ${connections} connections; after a collection each`,
    },
    { name: 'floor: heap in use', value: `${list(floor.heap)} MB` },
    { name: 'jeonbo-mcp-http kakao: heap in use', value: `${list(kakao.heap)} MB` },
    { name: 'floor: RSS', value: `${list(floor.rss)} MB` },
    { name: 'jeonbo-mcp-http kakao: RSS', value: `${list(kakao.rss)} MB` },
    {
      name: `floor: growth of the heap in ${count} calls`,
      value: `${growth(floor.heap).toFixed(1)} MB`,
    },
    {
      name: `growth of the heap in ${count} calls`,
      value: `${growth(kakao.heap).toFixed(1)} MB`,
      atMost: mostHeap,
    },
    { name: `floor: growth of RSS in ${count} calls`, value: `${growth(floor.rss).toFixed(1)} MB` },
    {
      name: `growth of RSS in ${count} calls`,
      value: `${growth(kakao.rss).toFixed(1)} MB`,
      atMost: mostRss,
    },
  ]);
} finally {
  for (const { inspected, served } of sides) {
    inspected.close();
    await served.stop();
  }
  await place.stop();
  rmSync(folder, { recursive: true, force: true });
}
