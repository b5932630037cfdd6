import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { environmentOf } from './place.ts';

const run = promisify(execFile);

/** Moves everything to another database. @returns the seconds */
export async function moveTo(bin: string, from: string, to: string): Promise<number> {
  const began = performance.now();
  await run(process.execPath, [bin, 'migrate', '--to', to], { env: environmentOf(from) });
  return (performance.now() - began) / 1000;
}
