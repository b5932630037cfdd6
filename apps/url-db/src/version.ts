import { readFileSync } from 'node:fs';

/** Of what is promised over HTTP (the answers of the API). It grows with the promise, not with each release. */
export const apiVersion = '1.0.0';

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
