import { readFileSync } from 'node:fs';

let known: string | undefined;

/** Of this package; src and dist both lie beside its package.json. */
export function version(): string {
  known ??= readVersion();
  return known;
}

function readVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
