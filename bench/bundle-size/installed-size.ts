import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installed } from '../shared/paths.ts';

/** Bytes of the files that an installation brings: the package and everything that it depends on, each once. */
export function installedSize(name: string): { bytes: number; packages: readonly string[] } {
  const folders = new Map<string, number>();
  const visit = (folder: string) => {
    if (folders.has(folder)) return;
    folders.set(folder, folder.includes('node_modules') ? sizeOf(folder) : packedSize(folder));
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) visit(find(dependency, folder));
  };
  visit(realpathSync(installed(name)));
  return {
    bytes: [...folders.values()].reduce((sum, bytes) => sum + bytes, 0),
    packages: [...folders.keys()],
  };
}

/** Where Node would find it. */
function find(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}.`);
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return sum;
    return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size);
  }, 0);
}

/** One of ours lies here with its tests: what npm would publish of it. */
function packedSize(folder: string): number {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    // A .cmd file on Windows.
    shell: process.platform === 'win32',
  });
  const [packed] = Object.values(JSON.parse(output)) as { unpackedSize: number }[];
  if (packed === undefined) throw new Error(`npm packed nothing in ${folder}.`);
  return packed.unpackedSize;
}
