import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../src/command-line.ts';
import { commands } from '../src/commands.ts';
import { bin, run, startChild } from './support/child.ts';
import { send } from './support/send.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'url-db-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const parse = (...argv: string[]) => parseCommandLine(argv, Object.keys(commands));

describe('is understood', () => {
  it('as the promise writes it', () => {
    const DATABASE_URL = 'file:~/mcp/url-db/url-db.db';
    const promised = parse('-mcp-mode=stdio', `DATABASE_URL=${DATABASE_URL}`);
    expect(promised).toEqual({ kind: 'stdio', as: undefined, settings: { DATABASE_URL } });
  });

  it.each([
    [[], { kind: 'http' }],
    [['-mcp-mode=sse'], { kind: 'http' }],
    [['-mcp-mode=http'], { kind: 'http' }],
    [['--mcp-mode', 'sse'], { kind: 'http' }],
    [['--mcp-mode', 'stdio', '--repl'], { kind: 'stdio', as: 'repl' }],
    [['--rpc', '-mcp-mode=stdio'], { kind: 'stdio', as: 'rpc' }],
    [['PORT=1', 'TOOL_NAME=a'], { kind: 'http', settings: { PORT: '1', TOOL_NAME: 'a' } }],
    [['DATABASE_URL=postgres://u:p@h/d?a=b'], { kind: 'http' }],
    [['-h'], { kind: 'help' }],
    [['-help'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
    [['--check', '--json'], { kind: 'check', json: true }],
    [
      ['import', 'a.html', 'PORT=1', '--domain', 'x'],
      { kind: 'command', name: 'import', argv: ['a.html', '--domain', 'x'] },
    ],
  ])('%j', (argv, meaning) => {
    expect(parse(...argv)).toMatchObject(meaning);
  });

  it.each([
    [['serve'], /serve/],
    [['improt'], /import/],
    [['--hlep'], /--help/],
    [['-mcp-mode=stdoi'], /stdio/],
    [['-mcp-mode'], /-mcp-mode/],
    [['-mcp-mode=stdio', '-mcp-mode=http'], /-mcp-mode/],
    [['DATABSE_URL=x'], /DATABASE_URL/],
    [['PORT=1', 'PORT=2'], /PORT/],
    [['--json'], /--json/],
    [['--rpc'], /--rpc/],
    [['-mcp-mode=stdio', '--rpc', '--repl'], /--rpc/],
    [['--help=yes'], /--help/],
    [['-mcp-mode=http', 'word'], /word/],
  ])('%j is refused with what was meant', async (argv, words) => {
    const { code, stdout, stderr } = await run(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(words);
    expect(stderr).toContain('url-db --help');
  });
});

describe('as it is shipped', () => {
  it('shows help and version', async () => {
    const ko = await run(['--help']);
    const en = await run(['--help'], { environment: { JEONBO_LANG: 'en' } });
    expect(ko).toMatchObject({ code: 0, stderr: '' });
    expect(ko.stdout).toContain('터미널에서는 프롬프트');
    expect(en.stdout).toContain('in a terminal a prompt');
    for (const name of Object.keys(commands))
      for (const { stdout } of [ko, en]) expect(stdout).toContain(`url-db ${name} `);
    for (const { stdout } of [ko, en])
      expect(stdout.split('\n').filter((line) => line.length > 130)).toEqual([]);
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('starts by the command line of the promise, letter by letter', async () => {
    // `./url-db` as a shell finds it, and the home that its ~ means.
    await symlink(bin, join(folder, 'url-db'));
    const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
    const line = './url-db -mcp-mode=stdio DATABASE_URL=file:~/mcp/url-db/url-db.db';
    const child = spawn(line, { shell: true, cwd: folder, env: { PATH, HOME: folder } });
    child.stdin.end(
      `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_domains' } })}\n`,
    );
    const [answer, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect(code).toBe(0);
    expect(JSON.parse(answer)).toMatchObject({ id: 1 });
    expect(existsSync(join(folder, 'mcp', 'url-db', 'url-db.db'))).toBe(true);
  });

  it('checks its settings, and shows no secret', async () => {
    const good = await run(['--check', `DATABASE_URL=file:${join(folder, 'check.sqlite')}`]);
    expect(good).toMatchObject({ code: 0, stderr: '' });
    expect(good.stdout).toContain('✓ DATABASE_URL');
    const environment = {
      URL_DB_TOKENS: 'a-very-secret-token',
      DATABASE_URL: 'postgres://kim:secret-password@127.0.0.1:1/x',
      PORT: '99999',
    };
    const bad = await run(['--check', '--json'], { environment });
    expect(bad.code).toBe(1);
    const { ok, settings } = JSON.parse(bad.stdout);
    expect(ok).toBe(false);
    const wrong = settings.filter((setting: { ok: boolean }) => !setting.ok);
    expect(wrong.map(({ setting }: { setting: string }) => setting)).toEqual([
      'DATABASE_URL',
      'PORT',
    ]);
    expect(bad.stdout + bad.stderr).not.toMatch(/secret/);
  });

  it('tells of a language and a log level that there are not, and starts all the same', async () => {
    const settings = ['LOG_LEVEL=verbose', 'JEONBO_LANG=fr'];
    const checked = await run(['--check', ...settings], { folder });
    expect(checked.code).toBe(1);
    for (const told of ['✗ LOG_LEVEL', 'error, warn, info, debug', '✗ JEONBO_LANG', 'ko, en'])
      expect(checked.stdout).toContain(told);
    await using child = await startChild({ argv: settings, folder });
    expect((await send(`${child.origin}/healthz`)).status).toBe(200);
  });

  it('says in words why it does not start', async () => {
    const open = await run([], { environment: { HOST: '0.0.0.0' } });
    expect(open.code).toBe(1);
    expect(open.stderr).toContain('URL_DB_TOKENS');
    const file = await run(['DATABASE_URL=file:/dev/null/x.sqlite']);
    expect(file.code).toBe(1);
    expect(file.stderr).toContain('DATABASE_URL');
  });

  it('serves, keeps its file where it was started, and stops with 0', async () => {
    await using child = await startChild({ folder });
    expect((await send(`${child.origin}/api/mcp/domains`)).body).toEqual({ domains: [] });
    expect((await send(`${child.origin}/docs`)).status).toBe(200);
    expect((await send(`${child.origin}/docs/script.js`)).text).toMatch(
      /addEventListener\(.submit/,
    );
    expect((await send(`${child.origin}/metrics`)).text).toContain('process_cpu_seconds_total');
    expect(existsSync(join(folder, 'url-db.sqlite'))).toBe(true);
    child.process.kill('SIGTERM');
    expect(await child.exit).toBe(0);
  });

  it.each(['-mcp-mode=sse', '-mcp-mode=http'])('serves HTTP with %s', async (mode) => {
    const argv = [mode, `DATABASE_URL=file:${join(folder, 'modes.sqlite')}`, 'TOOL_NAME=links'];
    await using child = await startChild({ argv });
    const { body } = await send(`${child.origin}/api/mcp/server/info`);
    expect(body.composite_key_format).toBe('links:domain_name:id');
  });
});
