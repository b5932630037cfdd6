import { spawn } from 'node:child_process';
import { once } from 'node:events';
import ora from 'ora';
import type { Words } from './language.ts';

/** Builds everything, quietly: what turbo says is shown only where it fails. */
export async function build(root: string, say: (words: Words) => string): Promise<void> {
  const spinner = ora(say({ ko: '빌드하는 중', en: 'Building' })).start();
  const turbo = spawn('turbo', ['run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A .cmd file on Windows.
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [turbo.stdout, turbo.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  const [code] = (await once(turbo, 'close')) as [number | null];
  if (code === 0) {
    spinner.succeed(say({ ko: '빌드 완료', en: 'Built' }));
    return;
  }
  spinner.fail(say({ ko: '빌드 실패', en: 'The build failed' }));
  throw new Error(output);
}
