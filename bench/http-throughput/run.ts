// Calls per second and CPU per call of `jeonbo-mcp-http`, as it ships, with authentication, limits, figures, log and both
// eras, against a bare server with one tool on the same SDK: of `kakao` by OAuth access tokens of people, on SQLite and
// on PostgreSQL, and of `baas` by a token of the operator's. All in turn, in one run:
// `node bench/http-throughput/run.ts [--assert]`.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@jeonbo/store/testing';
import { buildApp, bundleProgram } from '../shared/app.ts';
import { startKakaoPlace } from '../shared/kakao-place.ts';
import { median } from '../shared/median.ts';
import { measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { readMetric, type Served, serve } from '../shared/served.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';

const rounds = 8;
const calls = 3000;
const connections = 16;
/** Less is better everywhere here, so 0.7 of the floor's calls is 1 / 0.7 of its time. */
const target = 1.43;

interface Side {
  readonly name: string;
  readonly served: Served;
  readonly tokens: string;
  readonly measured: { readonly rate: number; readonly cpuMicros: number }[];
}

const folder = mkdtempSync(join(tmpdir(), 'jeonbo-http-throughput-'));
const [floorProgram, loadProgram] = await Promise.all([
  bundleProgram('http-throughput/floor', folder),
  bundleProgram('http-throughput/load', folder),
]);
const bin = buildApp('mcp-http', folder);

async function load({ served, tokens }: Pick<Side, 'served' | 'tokens'>) {
  const cpu = () => readMetric(served, 'process_cpu_seconds_total');
  const before = await cpu();
  const given = [`${served.url}/mcp`, tokens, String(calls), String(connections)];
  const { seconds } = await measure<{ seconds: number }>(loadProgram, ...given);
  return { rate: calls / seconds, cpuMicros: (((await cpu()) - before) / calls) * 1e6 };
}

async function serveBaas(): Promise<Served & { readonly tokens: string }> {
  const token = `jeonbo_${randomBytes(32).toString('base64url')}`;
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    PORT: '0',
    BAAS_API_KEY: 'bench-key-0123456789',
    PROJECT_ID: '3f0c1f6e-2b7a-4a7e-9f52-6d1f0a9be001',
    JEONBO_HTTP_TOKENS: `bench:${createHash('sha256').update(token).digest('hex')}`,
    // On, and never reached.
    JEONBO_HTTP_RATE_LIMIT: '1000000',
  };
  return { ...(await serve(environment, bin, 'baas')), tokens: token };
}

const postgres = await startPostgres();
const place = await startKakaoPlace(bin, folder);
const sides: Side[] = [];
const add = (name: string, { tokens = '', ...served }: Served & { readonly tokens?: string }) =>
  sides.push({ name, served, tokens, measured: [] });
try {
  add('floor: one tool', await serve({}, floorProgram));
  add('kakao, SQLite', await place.serve('sqlite'));
  const DATABASE_URL = await postgres.createDatabase();
  const JEONBO_SECRET_KEY = randomBytes(32).toString('base64');
  add('kakao, PostgreSQL', await place.serve('postgres', { DATABASE_URL, JEONBO_SECRET_KEY }));
  add('baas, a token', await serveBaas());
  for (const side of sides) await load(side);
  const advance = progress('http-throughput: rounds', rounds);
  for (let round = 0; round < rounds; round++) {
    // The one that goes first changes, and so does the way round: none always follows the same other.
    const turned = sides.map((_, index) => sides[(index + round) % sides.length] as Side);
    const order = round % 2 ? turned.toReversed() : turned;
    for (const side of order) side.measured.push(await load(side));
    advance(round + 1);
  }
  const of = ({ measured }: Side, value: 'rate' | 'cpuMicros') =>
    median(measured.map((one) => one[value]));
  const [floor, ...ours] = sides as [Side, ...Side[]];
  show([
    {
      name: 'versions',
      value: versions('@modelcontextprotocol/server', '@modelcontextprotocol/node'),
    },
    {
      name: 'calls',
      value: `${rounds} × ${calls} of each, in turn, ${connections} connections; median`,
    },
    ...sides.map((side) => ({
      name: side.name,
      value: `${Math.round(of(side, 'rate'))} calls/s, ${Math.round(of(side, 'cpuMicros'))} µs CPU a call`,
    })),
    ...ours.flatMap((side) => [
      {
        name: `${side.name}: time of a call, ratio`,
        value: (of(floor, 'rate') / of(side, 'rate')).toFixed(2),
        atMost: target,
      },
      {
        name: `${side.name}: CPU of a call, ratio`,
        value: (of(side, 'cpuMicros') / of(floor, 'cpuMicros')).toFixed(2),
        atMost: target,
      },
    ]),
  ]);
} finally {
  await Promise.all(sides.map(({ served }) => served.stop()));
  await place.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
