import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

const require = createRequire(import.meta.url);
const inspector = join(
  dirname(require.resolve('@modelcontextprotocol/inspector/package.json')),
  'clients/launcher/build/index.js',
);

interface Inspection {
  readonly code: number | null;
  readonly stderr: string;
  /** What the server answered. */
  readonly result: unknown;
}

/** The Inspector on the command line, at a server that is reached over HTTP. */
export async function inspect(
  url: string,
  environment: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<Inspection> {
  const options = ['--cli', '--transport', 'http', '--server-url', url, '--format', 'json'];
  const child = spawn(process.execPath, [inspector, ...options, '--quiet', ...argv], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const { result } = JSON.parse(stdout || '{}') as { result?: unknown };
  return { code, stderr, result };
}
