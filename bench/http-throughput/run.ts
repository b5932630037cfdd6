// Calls per second and CPU per call of `jeonbo-mcp-http baas`, as it ships, with authentication, limits, figures, log and
// both eras, against a bare server with one tool on the same SDK. Both in turn, in one run:
// `node bench/http-throughput/run.ts [--assert]`.
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { median } from '../shared/median.ts';
import { bench, root } from '../shared/paths.ts';
import { measure } from '../shared/program.ts';
import { progress } from '../shared/progress.ts';
import { show } from '../shared/show.ts';
import { versions } from '../shared/versions.ts';

const rounds = 8;
const calls = 3000;
const connections = 16;
/** Less is better everywhere here, so 0.7 of the floor's calls is 1 / 0.7 of its time. */
const target = 1.43;
const app = join(root, 'apps/mcp-http');
const folder = mkdtempSync(join(tmpdir(), 'jeonbo-http-throughput-'));
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

async function compileProgram(name: string): Promise<string> {
  const outfile = join(folder, `${name}.js`);
  // All in one file, as ours is shipped.
  await build({
    entryPoints: [join(bench, `http-throughput/${name}-program.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    minify: true,
    banner: {
      js: "import { createRequire as made } from 'node:module'; const require = made(import.meta.url);",
    },
    logLevel: 'error',
  });
  return outfile;
}

/** As it ships, but not where it ships from: tests may be running there. */
function buildOurs(): string {
  const outdir = join(folder, 'ours/dist');
  mkdirSync(outdir, { recursive: true });
  const tsup = join(app, 'node_modules/.bin/tsup');
  execFileSync(tsup, ['--out-dir', outdir], { cwd: app, stdio: 'ignore' });
  copyFileSync(join(app, 'package.json'), join(folder, 'ours/package.json'));
  return join(outdir, 'bin.js');
}

interface Served {
  readonly url: string;
  readonly stop: () => Promise<unknown>;
}

async function serve(...argv: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, argv, {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = createInterface({ input: child.stderr });
  // Every line of the log is read, as an operator's collector does.
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${argv.join(' ')} ended.`)));
    lines.on('line', (line) => {
      if (line.includes('"url"')) resolve((JSON.parse(line) as { url: string }).url);
    });
  });
  const closed = once(child, 'close');
  return {
    url,
    stop: () => {
      child.kill();
      return closed;
    },
  };
}

async function cpuSeconds({ url }: Served): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

async function load(served: Served, program: string, count: number) {
  const before = await cpuSeconds(served);
  const given = [`${served.url}/mcp`, token, String(count), String(connections)];
  const { seconds } = await measure<{ seconds: number }>(program, ...given);
  const cpu = (await cpuSeconds(served)) - before;
  return { rate: count / seconds, cpuMicros: (cpu / count) * 1e6 };
}

writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
const [floorProgram, loadProgram] = await Promise.all(['floor', 'load'].map(compileProgram));
const started: Served[] = [];
try {
  const floor = await serve(floorProgram ?? '');
  started.push(floor);
  const ours = await serve(buildOurs(), 'baas');
  started.push(ours);
  for (const served of started) await load(served, loadProgram ?? '', calls);
  const measured = { floor: [], ours: [] } as Record<
    'floor' | 'ours',
    Awaited<ReturnType<typeof load>>[]
  >;
  const advance = progress('http-throughput: rounds', rounds);
  for (let round = 0; round < rounds; round++) {
    // The one that goes first changes, so that neither always follows the other.
    const order = (['floor', 'ours'] as const).toSorted(() => (round % 2 ? -1 : 1));
    for (const name of order)
      measured[name].push(await load(name === 'ours' ? ours : floor, loadProgram ?? '', calls));
    advance(round + 1);
  }
  const of = (name: 'floor' | 'ours', value: 'rate' | 'cpuMicros') =>
    median(measured[name].map((one) => one[value]));
  const describe = (name: 'floor' | 'ours') =>
    `${Math.round(of(name, 'rate'))} calls/s, ${Math.round(of(name, 'cpuMicros'))} µs CPU a call`;
  show([
    {
      name: 'versions',
      value: versions('@modelcontextprotocol/server', '@modelcontextprotocol/node'),
    },
    {
      name: 'calls',
      value: `${rounds} × ${calls} of each, in turn, ${connections} connections; median`,
    },
    { name: 'floor: one tool', value: describe('floor') },
    { name: 'jeonbo-mcp-http baas', value: describe('ours') },
    {
      name: 'time of a call, ratio',
      value: (of('floor', 'rate') / of('ours', 'rate')).toFixed(2),
      atMost: target,
    },
    {
      name: 'CPU of a call, ratio',
      value: (of('ours', 'cpuMicros') / of('floor', 'cpuMicros')).toFixed(2),
      atMost: target,
    },
  ]);
} finally {
  await Promise.all(started.map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
}
