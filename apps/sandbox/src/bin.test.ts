import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const bin = fileURLToPath(new URL('./bin.ts', import.meta.url));

it('runs until it is told to stop, then ends its streams and exits with 0', async () => {
  const child = spawn(process.execPath, [bin, '--port', '0'], {
    env: { ...process.env, JEONBO_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  let url: string | undefined;
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    url = /BAAS_API_BASE_URL=(\S+)\n/.exec(printed)?.[1];
    if (url !== undefined) break;
  }
  const events = await fetch(`${url}/_sandbox/events`);
  child.kill('SIGTERM');
  expect(await events.text()).toMatch(/^retry: 1000\n/);
  expect(await exited).toEqual([0, null]);
});

it('exits with 2 on wrong usage', async () => {
  const child = spawn(process.execPath, [bin, '--nothing'], { stdio: 'ignore' });
  expect((await once(child, 'exit'))[0]).toBe(2);
});
