import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installed, root } from './paths.ts';

const ours = {
  '@jeonbo/core': 'packages/core',
  '@jeonbo/baas-client': 'packages/baas',
  '@jeonbo/twilio-client': 'packages/twilio',
};

/**
 * A folder with the libraries as a user has them installed: built, with the exports of the published packages.
 * Inside the workspace their exports are the sources (docs/decisions/0004), and those are not what a user runs.
 */
export function layOut(...others: readonly string[]): { folder: string } & Disposable {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'jeonbo-bench-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const [name, path] of Object.entries(ours)) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(target, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const published = { ...manifest, ...manifest.publishConfig };
    writeFileSync(join(target, 'package.json'), JSON.stringify(published));
    cpSync(join(root, path, 'dist'), join(target, 'dist'), { recursive: true });
  }
  // Linked, as each finds what it needs itself beside the place where it really lies.
  for (const name of ['ky', ...others])
    symlinkSync(realpathSync(installed(name)), join(folder, 'node_modules', name), 'junction');
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

function build(): void {
  const filters = Object.keys(ours).map((name) => `--filter=${name}`);
  const bin = join(root, 'node_modules/.bin');
  execFileSync('turbo', ['run', 'build', ...filters, '--output-logs=errors-only'], {
    cwd: root,
    // stdout is the figure's own.
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      TURBO_TELEMETRY_DISABLED: '1',
    },
    // A .cmd file on Windows.
    shell: process.platform === 'win32',
  });
}
