import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);

/** Compiles a program of bench into a folder, where it finds the packages that lie there. */
export async function compile(entry: string, folder: string, name: string): Promise<string> {
  const outfile = join(folder, `${name}.js`);
  // Compiled, as Node's own type stripping takes 17 MB and some time of the process that is measured.
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node22',
    logLevel: 'error',
  });
  return outfile;
}

/** Runs a program in a process of its own, with nothing that would change what Node does, and reads its JSON. */
export async function measure<Result>(path: string, ...args: string[]): Promise<Result> {
  const { NODE_OPTIONS, NODE_COMPILE_CACHE, NODE_V8_COVERAGE, ...env } = process.env;
  const { stdout } = await run(process.execPath, [path, ...args], { env });
  return JSON.parse(stdout) as Result;
}
