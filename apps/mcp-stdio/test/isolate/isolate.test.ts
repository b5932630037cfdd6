import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { isolate } from '../../src/isolate/isolate.ts';
import { version } from '../../src/version.ts';
import { run } from '../support/run.ts';
import { bin, createWorld } from '../support/world.ts';

const fakeEngine = fileURLToPath(new URL('fake-engine.mjs', import.meta.url));
const image = `localhost/jeonbo-mcp:${version()}`;
const token = 'f'.repeat(32);

/** A machine with an engine on it that is none, and the sandbox for Twilio. */
async function createMachine(
  settings: Readonly<Record<string, string>> = {},
  engines: readonly string[] = ['docker'],
) {
  const world = await createWorld();
  const { PATH = '', HOME = '', XDG_DATA_HOME = '', NODE_COMPILE_CACHE = '' } = world.environment;
  const log = join(world.home, 'engine.log');
  await writeFile(log, '');
  for (const engine of engines) {
    const path = join(world.home, engine);
    await writeFile(
      path,
      `#!/bin/sh\nexec '${process.execPath}' '${fakeEngine}' '${log}' '${bin}' "$@"\n`,
    );
    await chmod(path, 0o755);
  }
  const environment = {
    ...{ HOME, XDG_DATA_HOME, NODE_COMPILE_CACHE, JEONBO_LANG: 'en' },
    PATH: `${world.home}:/usr/bin:/bin`,
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: token,
    TWILIO_PHONE_NUMBER: '+15005550006',
    TWILIO_API_BASE_URL: world.sandbox.url,
    ...settings,
  };
  const entries = async () =>
    (await readFile(log, 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    world,
    environment: environment as Readonly<Record<string, string>>,
    PATH,
    entries,
    /** The words after `docker` of the container that was run. */
    async ran(): Promise<readonly string[] | undefined> {
      const words = (await entries()).map((entry) => entry.words as string[] | undefined);
      return words.find((one) => one?.[0] === 'run');
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

type Machine = Awaited<ReturnType<typeof createMachine>>;

/** At a terminal where a person types, in this process. */
async function atTerminal(machine: Machine, argv: readonly string[], typed: string) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(typed);
  const [words, protocol] = [text(stderr), text(stdout)];
  const { environment } = machine;
  const context = contextOf({ environment, stdin, stdout, stderr, interactive: true });
  const code = await isolate(argv, context, async () => [{ address: '54.1.1.1', family: 4 }]);
  for (const stream of [stdout, stderr]) stream.end();
  return { code, words: await words, protocol: await protocol };
}

describe('for an MCP host', () => {
  it('the server in the container sends, with keys that stand on no command line', async () => {
    await using machine = await createMachine();
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [bin, 'isolate', 'twilio', '--yes'],
      env: { ...machine.environment },
      stderr: 'ignore',
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
    const sent = await client.callTool({
      name: 'send_sms',
      arguments: { to: '+821012345678', message: 'Isolated' },
    });
    await client.close();
    expect(sent.isError ?? false, JSON.stringify(sent.content)).toBe(false);
    expect(machine.world.sandbox.messages().map((message) => message.text)).toEqual(['Isolated']);

    const words = (await machine.ran()) ?? [];
    const { port } = new URL(machine.world.sandbox.url);
    const ledger = join(machine.world.home, 'data/jeonbo');
    expect(words).toContain(`--mount=type=bind,source=${ledger},target=${ledger}`);
    expect(words).toContain('--env=TWILIO_AUTH_TOKEN');
    expect(words).toContain('--network=bridge');
    expect(words.slice(-4)).toEqual([image, 'node', '/opt/jeonbo/dist/bin.js', 'twilio']);
    expect(words.join(' ')).not.toContain(token);
    const [given] = (await machine.entries()).flatMap((entry) => entry.environment ?? []);
    expect(given).toMatchObject({
      TWILIO_AUTH_TOKEN: token,
      JEONBO_EGRESS: `127.0.0.1:${port}`,
      DATABASE_URL: `file:${ledger}/jeonbo.sqlite`,
    });
    // What is not Twilio's business is not in there.
    expect(given).not.toHaveProperty('HOME');
    expect(await readdir(ledger)).toContain('jeonbo.sqlite');
  });

  it('does not start without consent, says what to type, and writes nothing to stdout', async () => {
    await using machine = await createMachine();
    const argv = ['isolate', 'twilio', '--allow-env', 'TWILIO_AUTH_TOKEN'];
    const { code, stdout, stderr } = await run(argv, machine.environment, 'yes\nyes\n');
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toMatch(/CONSENT_NEEDED .*\n {2}Allow it with: --allow-host 127\.0\.0\.1:\d+ /);
    expect(stderr).not.toContain('--allow-env TWILIO_AUTH_TOKEN');
    expect(stderr).not.toContain(token);
    expect(await machine.entries()).toEqual([]);
    const again = /Allow it with: (.*)/.exec(stderr)?.[1]?.split(' ') ?? [];
    const started = await run([...argv, ...again], machine.environment);
    expect(started).toMatchObject({ code: 0, stdout: '' });
    expect(await machine.ran()).toBeDefined();
  });

  it('leaves out what no option allows, where it is told not to ask', async () => {
    await using machine = await createMachine({ FAKE_PROGRAM: '0' });
    const argv = ['isolate', 'twilio', '--no-ask', '--allow-env', 'TWILIO_ACCOUNT_SID'];
    const { code, stderr } = await run(argv, machine.environment);
    expect(code).toBe(0);
    expect(stderr).toContain('Left out: env TWILIO_AUTH_TOKEN');
    const ran = (await machine.ran()) ?? [];
    expect(ran).toEqual(expect.arrayContaining(['--env=TWILIO_ACCOUNT_SID', '--network=none']));
    expect(ran).not.toContain('--env=TWILIO_AUTH_TOKEN');
  });

  it('refuses what the manifest does not declare, and names the permission', async () => {
    await using machine = await createMachine();
    const manifest = join(machine.world.home, 'manifest.json');
    const { name, description, registry } = { name: 'x', description: 'x', registry: 'npm' };
    const permissions = ['mcp.ac.network.client'];
    await writeFile(
      manifest,
      JSON.stringify({ name, description, registry, package: 'other', permissions }),
    );
    const argv = ['isolate', 'twilio', '--yes', '--manifest', manifest];
    const { code, stderr } = await run(argv, machine.environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /PERMISSION_MISSING env TWILIO_AUTH_TOKEN: .*mcp\.ac\.system\.env\.read/,
    );
    expect(await machine.entries()).toEqual([]);
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no engine', [], {}, /ENGINE_NOT_FOUND docker, podman: .*\n.*Install Docker/],
    [
      'an engine that does not answer',
      ['docker'],
      { FAKE_DOWN: '1' },
      /Cannot connect to the daemon/,
    ],
    ['no image', ['podman'], { FAKE_NO_IMAGE: '1' }, /IMAGE_NOT_FOUND localhost\/.*\n.*--build/],
    ['an unknown option', ['docker'], { OPTION: '--alow-env' }, /OPTION_UNKNOWN --alow-env/],
    [
      'a wildcard',
      ['docker'],
      { OPTION: '--allow-domain=*.com:443' },
      /OPTION_WRONG --allow-domain/,
    ],
    ['a system folder', ['docker'], { OPTION: '--allow-path=/etc:ro' }, /PATH_REFUSED \/etc/],
    ['a missing folder', ['docker'], { OPTION: '--allow-path=/none:rw' }, /PATH_NOT_FOUND \/none/],
  ])('says what to do about %s', async (_what, engines, { OPTION = '', ...settings }, words) => {
    await using machine = await createMachine(settings, engines);
    // Without an engine of this machine's own on it.
    const environment = { ...machine.environment, PATH: machine.world.home, FAKE: '1' };
    const argv = ['isolate', 'twilio', '--yes', ...(OPTION ? [OPTION] : [])];
    const { code, stdout, stderr } = await run(argv, environment);
    expect({ code, stdout }).toEqual({
      code: OPTION.includes('=/') || !OPTION ? 1 : 2,
      stdout: '',
    });
    expect(stderr).toMatch(words);
    expect(await machine.ran()).toBeUndefined();
  });

  it('hands on the exit code', async () => {
    await using machine = await createMachine({ FAKE_PROGRAM: 'process.exit(7)' });
    expect((await run(['isolate', 'twilio', '--yes'], machine.environment)).code).toBe(7);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('hands on %s, once', async (signal) => {
    const program = `
      process.on('${signal}', () => process.exit(9));
      setInterval(() => {}, 1000);
      process.stdout.write('up\\n');`;
    await using machine = await createMachine({ FAKE_PROGRAM: program });
    const child = spawn(process.execPath, [bin, 'isolate', 'twilio', '--yes'], {
      env: machine.environment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([9, null]);
    const signals = (await machine.entries()).flatMap((entry) => entry.signal ?? []);
    expect(signals).toEqual([signal]);
    const [, hosts = ''] =
      /source=(\S+),target=\/etc\/hosts/.exec(String(await machine.ran())) ?? [];
    expect([hosts !== '', existsSync(hosts)]).toEqual([true, false]);
  });
});

describe('at a terminal', () => {
  const argv = ['twilio'];

  it('leaves out what is refused, says so, and shows how to go without questions', async () => {
    await using machine = await createMachine({
      TWILIO_API_BASE_URL: '',
      FAKE_PROGRAM: 'process.stdout.write("protocol")',
    });
    // The domain, three variables (one without a value is not asked for), the ledger.
    const { code, words, protocol } = await atTerminal(machine, argv, 'yes\nyes\nno\nyes\nno\n');
    expect({ code, protocol }).toEqual({ code: 0, protocol: 'protocol' });
    expect(words).toContain('Left out: env TWILIO_AUTH_TOKEN');
    expect(words).toContain('Without its folder the ledger is gone with the container');
    expect(words).toContain(
      'jeonbo-mcp isolate twilio --allow-domain api.twilio.com:443 --allow-env TWILIO_ACCOUNT_SID',
    );
    const ran = (await machine.ran()) ?? [];
    expect(ran.filter((word) => word.startsWith('--env='))).toEqual([
      '--env=TWILIO_ACCOUNT_SID',
      '--env=TWILIO_PHONE_NUMBER',
      '--env=JEONBO_EGRESS',
      '--env=JEONBO_RUN_AS',
      '--env=JEONBO_LANG',
    ]);
    expect(ran.filter((word) => word.startsWith('--mount='))).toHaveLength(1);
  });

  it('has no network where everything is refused', async () => {
    await using machine = await createMachine({ FAKE_PROGRAM: '0' });
    const { words } = await atTerminal(machine, argv, '');
    expect(words).toContain('the container has no network');
    expect(await machine.ran()).toContain('--network=none');
  });

  it('runs code of this machine, as a manifest for development says', async () => {
    await using machine = await createMachine({ FAKE_PROGRAM: '0', JEONBO_LANG: 'ko' });
    const path = join(machine.world.home, 'manifest.json');
    const manifest = {
      name: 'SpendWise SMS Server',
      description: 'Sends SMS via Twilio',
      registry: 'pypi',
      package: 'mcp-server-sms',
      permissions: ['mcp.ac.network.client', 'mcp.ac.system.env.read', 'mcp.ac.location'],
      code_mount: '.',
      exec_command: 'python3 -m mcp_server_sms',
    };
    await writeFile(path, JSON.stringify(manifest));
    const options = ['--manifest', path, '--yes', '--allow-domain', 'packages.example:443'];
    const { code, words } = await atTerminal(machine, [...argv, ...options], '');
    expect(code).toBe(0);
    expect(words).toContain('이 실행기가 누구에게도 주지 않는 권한입니다');
    const ran = (await machine.ran()) ?? [];
    expect(ran).toContain(`--mount=type=bind,source=${machine.world.home},target=/code,readonly`);
    expect(ran.slice(-3)).toEqual(['sh', '-c', 'cd /code && python3 -m mcp_server_sms']);
    expect(ran).not.toContain('--env=DATABASE_URL');

    // The folder is asked for first, and may be refused like any other.
    const refused = await atTerminal(machine, [...argv, '--manifest', path], '아니요\n');
    expect(refused.words).toMatch(
      new RegExp(`^파일 경로 접근을 허용할까요: ${machine.world.home} `),
    );
    const [, last] = (await machine.entries()).flatMap(({ words }) =>
      Array.isArray(words) && words[0] === 'run' ? [String(words)] : [],
    );
    expect(last).not.toContain('target=/code');
  });

  it('builds the image out of this package', async () => {
    await using machine = await createMachine({}, ['podman']);
    const options = ['--build', '--engine', 'podman'];
    const { code, words } = await atTerminal(machine, [...argv, ...options], '');
    expect({ code, words }).toMatchObject({ code: 0, words: expect.stringContaining(image) });
    const [, build] = (await machine.entries()).map((entry) => entry.words as string[]);
    expect(build?.slice(0, 3)).toEqual(['build', '--tag', image]);
    expect(await readFile(build?.[4] ?? '', 'utf8')).toContain('ENTRYPOINT');
  });
});
