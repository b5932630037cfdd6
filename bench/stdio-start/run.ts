// How long until `jeonbo-mcp baas` gives its first answer, against a server with one tool on the same SDK, bundled and
// started the same way. Both in turn, in one run: `node bench/stdio-start/run.ts [--assert]`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Command, firstAnswerMs } from './first-answer.ts';

const spawns = 40;
const target = 1.2;
const here = fileURLToPath(new URL('.', import.meta.url));
const app = join(here, '../../apps/mcp-stdio');
const folder = mkdtempSync(join(tmpdir(), 'jeonbo-stdio-start-'));

async function buildFloor(): Promise<string> {
  const outdir = join(folder, 'floor');
  mkdirSync(outdir);
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
  // The settings of apps/mcp-stdio/tsup.config.ts; its plugins (ky later, a smaller validator) are what ours gains by.
  await build({
    entryPoints: { bin: join(here, 'floor-bin.ts') },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    splitting: true,
    minify: true,
    treeShaking: true,
    logLevel: 'error',
  });
  return join(outdir, 'bin.js');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function versionOf(path: string): string {
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

/** As it ships, but not where it ships from: tests may be running there. */
function buildOurs(): string {
  const outdir = join(folder, 'ours/dist');
  const tsup = join(app, 'node_modules/.bin/tsup');
  execFileSync(tsup, ['--out-dir', outdir], { cwd: app, stdio: 'ignore' });
  copyFileSync(join(app, 'package.json'), join(folder, 'ours/package.json'));
  return join(outdir, 'bin.js');
}

const environment = {
  PATH: process.env.PATH ?? '',
  HOME: folder,
  XDG_DATA_HOME: join(folder, 'data'),
  NODE_COMPILE_CACHE: join(folder, 'cache'),
  BAAS_API_KEY: 'bench-key',
  PROJECT_ID: '3f0c1f6e-2b7a-4a7e-9f52-6d1f0a9be001',
};
const floor: Command = { argv: [await buildFloor()], environment };
const ours: Command = { argv: [buildOurs(), 'baas'], environment };

try {
  // The first starts fill the compile cache and make the store.
  for (const command of [floor, ours, floor, ours]) await firstAnswerMs(command);
  const floorMs: number[] = [];
  const oursMs: number[] = [];
  for (let count = 0; count < spawns; count++) {
    // The one that goes first changes, so that neither always follows the other.
    const order = count % 2 ? [ours, floor] : [floor, ours];
    for (const command of order)
      (command === ours ? oursMs : floorMs).push(await firstAnswerMs(command));
  }
  const ratio = median(oursMs) / median(floorMs);
  const sdk = versionOf(join(app, 'node_modules/@modelcontextprotocol/server/package.json'));
  process.stdout.write(
    [
      `machine   ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform} ${process.arch}`,
      `versions  Node ${process.version}, @modelcontextprotocol/server ${sdk}`,
      `spawns    ${spawns} of each, in turn; median (fastest) to the answer to initialize`,
      `floor     ${median(floorMs).toFixed(1)} ms (${Math.min(...floorMs).toFixed(1)})  one tool`,
      `ours      ${median(oursMs).toFixed(1)} ms (${Math.min(...oursMs).toFixed(1)})  jeonbo-mcp baas`,
      `ratio     ${ratio.toFixed(2)}  (target: at most ${target})`,
      '',
    ].join('\n'),
  );
  if (process.argv.includes('--assert') && ratio > target) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
