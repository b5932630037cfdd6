import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { bin, createWorld, type World } from './support/world.ts';

const require = createRequire(import.meta.url);
const inspector = join(
  dirname(require.resolve('@modelcontextprotocol/inspector/package.json')),
  'clients/launcher/build/index.js',
);

/** The Inspector on the command line; the server is its child and gets the settings that it is told. */
async function inspect({ environment }: World, era: string, ...argv: readonly string[]) {
  const settings = Object.entries(environment).flatMap(([name, value]) => [
    '-e',
    `${name}=${value}`,
  ]);
  const options = ['--cli', '--protocol-era', era, '--format', 'json', '--quiet', ...argv];
  const child = spawn(
    process.execPath,
    [inspector, ...options, ...settings, process.execPath, bin, 'baas'],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (code !== 0) throw new Error(`The Inspector ended with ${code}: ${stderr}`);
  return (JSON.parse(stdout) as { result: unknown }).result;
}

describe.each(['legacy', 'modern'])('the Inspector, %s', (era) => {
  it('lists the tools and finds no fault in their schemas', async () => {
    await using world = await createWorld();
    const listed = await inspect(world, era, '--method', 'tools/list', '--strict');
    expect(listed).toMatchObject({
      tools: [
        { name: 'send_sms' },
        { name: 'send_mms' },
        { name: 'get_message_status' },
        { name: 'get_send_history' },
        { name: 'check_message' },
      ],
    });
  });

  it('calls one', async () => {
    await using world = await createWorld();
    const call = ['--method', 'tools/call', '--tool-name', 'check_message'];
    const called = await inspect(
      world,
      era,
      ...call,
      '--tool-args-json',
      '{"message":"안녕하세요"}',
    );
    expect(called).toMatchObject({
      structuredContent: { kind: 'SMS', bytes: 10, errors: [] },
      isError: false,
    });
  });
});
