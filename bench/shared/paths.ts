import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const bench = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(bench);
/** Where a package that bench depends on is installed. */
export const installed = (name: string) => join(bench, 'node_modules', name);
