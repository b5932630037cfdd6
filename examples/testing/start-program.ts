import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs an example's start.ts as its README says, on a free port, and gives its address. */
export async function startProgram(
  path: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [path], {
    env: { PATH, PORT: '0', DATABASE_FILE: ':memory:', NODE_NO_WARNINGS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`${path} ended before it listened`))),
  ]);
  const { port } = JSON.parse(String(line).replace('Listening on ', ''));
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
