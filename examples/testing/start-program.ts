import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** Runs an example's start.ts as its README says, on a free port, until the test ends. Gives its address. */
export async function startProgram(
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [path], {
    env: { PATH, PORT: '0', DATABASE_FILE: ':memory:', NODE_NO_WARNINGS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`${path} ended before it listened`))),
  ]);
  const { port } = JSON.parse(String(line).replace('Listening on ', ''));
  return `http://127.0.0.1:${port}`;
}
