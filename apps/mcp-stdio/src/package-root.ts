import { fileURLToPath } from 'node:url';

/** The folder of this package; src and dist both lie in it. */
export function packageRoot(): string {
  return fileURLToPath(new URL('..', import.meta.url));
}
