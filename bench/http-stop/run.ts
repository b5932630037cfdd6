// What becomes of requests when a server is stopped (SIGTERM) in the middle of a load on many kept connections:
// `jeonbo-mcp-http kakao`, as it ships, by OAuth, beside a bare server with one tool on the same SDK and `server.close()`. In
// turn, in one run: `node bench/http-stop/run.ts [--assert]`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildApp, bundleProgram } from '../shared/app.ts';
import { startKakaoPlace } from '../shared/kakao-place.ts';
import { progress } from '../shared/progress.ts';
import { type Served, serve } from '../shared/served.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';

const rounds = 5;
const connections = 200;
const stopAfter = 2000;
/** Seconds from the signal to the end of the process. */
const slowest = 5;

interface Stop {
  readonly answered: number;
  readonly refused: number;
  readonly lost: number;
  readonly seconds: number;
  readonly code: number | null;
}

const folder = mkdtempSync(join(tmpdir(), 'jeonbo-http-stop-'));
const [floorProgram, loadProgram] = await Promise.all([
  bundleProgram('http-throughput/floor', folder),
  bundleProgram('http-stop/load', folder),
]);

async function stopUnderLoad(served: Served, tokens: string): Promise<Stop> {
  const argv = [`${served.url}/mcp`, tokens, String(connections), String(stopAfter)];
  const load = spawn(process.execPath, [loadProgram, ...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(load, 'close');
  const lines = createInterface({ input: load.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const asked = performance.now();
  const code = await served.stop();
  const seconds = (performance.now() - asked) / 1000;
  const { value: outcomes } = await lines.next();
  await closed;
  return { ...(JSON.parse(String(outcomes)) as Omit<Stop, 'seconds' | 'code'>), seconds, code };
}

const place = await startKakaoPlace(buildApp('mcp-http', folder), folder);
const stops = { floor: [] as Stop[], ours: [] as Stop[] };
try {
  const advance = progress('http-stop: rounds', rounds);
  for (let round = 1; round <= rounds; round++) {
    stops.floor.push(await stopUnderLoad(await serve({}, floorProgram), ''));
    const ours = await place.serve(`${round}`);
    stops.ours.push(await stopUnderLoad(ours, ours.tokens));
    advance(round);
  }
} finally {
  await place.stop();
  rmSync(folder, { recursive: true, force: true });
}

const sum = (name: keyof typeof stops, what: 'answered' | 'refused' | 'lost') =>
  stops[name].reduce((total, stop) => total + stop[what], 0);
const seconds = (name: keyof typeof stops) =>
  Math.max(...stops[name].map((stop) => stop.seconds)).toFixed(1);
const describe = (name: keyof typeof stops) =>
  `${sum(name, 'answered')} answered, ${sum(name, 'refused')} told to go elsewhere (503), ${sum(name, 'lost')} lost; exit ${stops[name].map(({ code }) => code).join(', ')}`;
show([
  {
    name: 'versions',
    value: versions('@modelcontextprotocol/server', '@modelcontextprotocol/node'),
  },
  {
    name: 'stops',
    value: `${rounds} of each, in turn, after ${stopAfter} answers on ${connections} connections that go on asking`,
  },
  { name: 'floor: one tool, server.close()', value: describe('floor') },
  { name: 'jeonbo-mcp-http kakao', value: describe('ours') },
  { name: 'floor: requests without an answer', value: `${sum('floor', 'lost')}` },
  { name: 'requests without an answer', value: `${sum('ours', 'lost')}`, atMost: 0 },
  {
    name: 'stops that did not end with 0',
    value: `${stops.ours.filter(({ code }) => code !== 0).length}`,
    atMost: 0,
  },
  { name: 'floor: slowest stop', value: `${seconds('floor')} s` },
  { name: 'slowest stop', value: `${seconds('ours')} s`, atMost: slowest },
]);
