import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
if (!existsSync(bin))
  throw new Error('These tests run what is shipped. Build it first: pnpm build');

type Settings = Readonly<Record<string, string>>;

/** A server as it is shipped, in a process of its own. */
export interface Child extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly url: string;
  readonly log: readonly string[];
  readonly exit: Promise<number | null>;
}

export async function startChild(environment: Settings, ...servers: string[]): Promise<Child> {
  const argv = [bin, ...(servers.length > 0 ? servers : ['baas'])];
  const child = spawn(process.execPath, argv, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.push(line);
      const entry = JSON.parse(line) as { event: string; url?: string };
      if (entry.event === 'listening' && entry.url) resolve(entry.url);
    });
    exit.then((code) => reject(new Error(`It ended with ${code}: ${log.join('\n')}`)));
  });
  return {
    process: child,
    url,
    log,
    exit,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** Runs `jeonbo-mcp-http` to its end. */
export async function run(argv: readonly string[], environment: Settings) {
  const child = spawn(process.execPath, [bin, ...argv], { env: environment });
  child.stdin.end();
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}
