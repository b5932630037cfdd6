import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Every package of the workspace that may be published or bundled. */
const packages = ['packages', 'apps']
  .flatMap((house) => readdirSync(join(root, house)).map((name) => join(root, house, name)))
  .map((folder) => ({ folder, manifest: readManifest(folder) }));

export const published = packages.filter(({ manifest }) => !manifest.private);
export const privateNames = packages
  .filter(({ manifest }) => manifest.private)
  .map(({ manifest }) => manifest.name);

/** What a stranger may import: `@jeonbo/core`, `@jeonbo/core/phone`, … */
export const entries = published.flatMap(({ folder, manifest: { name, exports = {} } }) =>
  Object.keys(exports).map((path) => ({
    name: name + path.slice(1),
    /** Libraries run anywhere; apps run on Node. */
    isLibrary: dirname(folder) === join(root, 'packages'),
  })),
);
