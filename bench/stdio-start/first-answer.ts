import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Command {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const initialize = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1.0.0' },
  },
})}\n`;

/** Milliseconds from spawn to the first byte of the answer, as a host waits for it. The process ends by itself. */
export async function firstAnswerMs({ argv, environment }: Command): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, argv, {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stderr.resume();
  child.stdin.write(initialize);
  const [answer] = (await once(child.stdout, 'data')) as [Buffer];
  const duration = performance.now() - started;
  if (!answer.includes('"serverInfo"')) throw new Error(`Not an answer: ${answer.toString()}`);
  const closed = once(child, 'close');
  child.stdin.end();
  await closed;
  return duration;
}
