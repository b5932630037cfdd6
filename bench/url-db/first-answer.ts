import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { listPath } from './paths.ts';
import { environmentOf } from './place.ts';

/** From the start of the process to the first page of the list, in milliseconds. */
export async function firstAnswer(bin: string, databaseUrl: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [bin], {
    env: environmentOf(databaseUrl),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface({ input: child.stderr })) {
    if (!line.includes('"url"')) continue;
    const { url } = JSON.parse(line) as { url: string };
    const answer = await fetch(url + listPath(20, 'page=1'));
    const { nodes } = (await answer.json()) as { nodes: readonly unknown[] };
    if (nodes.length !== 20) throw new Error('Not the first page.');
    break;
  }
  const time = performance.now() - began;
  const ended = once(child, 'close');
  child.kill();
  await ended;
  return time;
}

/** The same of Node alone that does nothing, for what is left to ours. */
export async function nothing(): Promise<number> {
  const began = performance.now();
  await once(spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' }), 'close');
  return performance.now() - began;
}
