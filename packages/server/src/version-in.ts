import { readFileSync } from 'node:fs';

/** The version of an app, read once, from its package.json. */
export function versionIn(manifest: URL): () => string {
  let known: string | undefined;
  return () => {
    known ??= (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
    return known;
  };
}
