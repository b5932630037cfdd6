import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bench, root } from './paths.ts';

/** An app as it ships, but not where it ships from: tests may be running there. @returns its bin */
export function buildApp(name: string, folder: string): string {
  const app = join(root, 'apps', name);
  const target = join(folder, name);
  const outdir = join(target, 'dist');
  mkdirSync(outdir, { recursive: true });
  const tsup = join(app, 'node_modules/.bin/tsup');
  execFileSync(tsup, ['--out-dir', outdir], { cwd: app, stdio: 'ignore' });
  copyFileSync(join(app, 'package.json'), join(target, 'package.json'));
  symlinkSync(join(app, 'node_modules'), join(target, 'node_modules'), 'junction');
  return join(outdir, 'bin.js');
}

/** A program of a figure, all in one file, as ours is shipped. @returns its path */
export async function bundleProgram(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [join(bench, `${name}-program.ts`)],
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
