import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from './paths.ts';

/** `Node v26.10.0, ky 2.1.0`: what a figure was measured with. */
export function versions(...names: readonly string[]): string {
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(join(installed(name), 'package.json'), 'utf8')) as { version: string })
      .version;
  return [`Node ${process.version}`, ...names.map((name) => `${name} ${versionOf(name)}`)].join(
    ', ',
  );
}
