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

/** The Inspector on the command line, and what the server answered it. */
export async function inspect(argv: readonly string[], environment: NodeJS.ProcessEnv) {
  const options = ['--cli', '--format', 'json', '--quiet'];
  const child = spawn(process.execPath, [inspector, ...options, ...argv], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (code !== 0) throw new Error(`The Inspector ended with ${code}: ${stderr}`);
  return (JSON.parse(stdout) as { result: unknown }).result;
}
