import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The command as it is shipped. */
export const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
if (!existsSync(bin))
  throw new Error('These tests run what is shipped. Build it first: pnpm build');

export interface ChildOptions {
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** A server as it is shipped, in a process of its own. */
export interface Child extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly exit: Promise<number | null>;
}

export async function startChild(options: ChildOptions): Promise<Child> {
  const child = spawnUrlDb(options);
  const log: string[] = [];
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.push(line);
      const entry = JSON.parse(line) as { event: string; url?: string };
      if (entry.event === 'listening' && entry.url) resolve(entry.url);
    });
    exit.then((code) => reject(new Error(`It ended with ${code}: ${log.join('\n')}`)));
  });
  return {
    process: child,
    origin,
    exit,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Runs `url-db` to its end. */
export async function run(argv: readonly string[], options: ChildOptions = {}) {
  const child = spawnUrlDb({ ...options, argv });
  child.stdin.end();
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

function spawnUrlDb({ argv = [], environment = {}, folder }: ChildOptions) {
  return spawn(process.execPath, [bin, ...argv], {
    env: { JEONBO_LANG: 'ko', PORT: '0', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Longer than any test: one that hangs does not outlive them.
    timeout: 60_000,
    killSignal: 'SIGKILL',
    ...(folder !== undefined && { cwd: folder }),
  });
}
