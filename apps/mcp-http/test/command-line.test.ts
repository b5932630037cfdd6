import { describe, expect, it } from 'vitest';
import { version } from '../src/version.ts';
import { run, startChild } from './support/child.ts';
import { callTool } from './support/raw.ts';
import { apiKey, createWorld, kakaoSecret, tokens } from './support/world.ts';

const environment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent' };
const en = { ...environment, JEONBO_LANG: 'en' };
const ko = { ...environment, JEONBO_LANG: 'ko' };

describe('the command line', () => {
  it('shows its help and version', async () => {
    for (const [settings, words] of [
      [en, 'Exit codes'],
      [ko, '종료 코드'],
    ] as const) {
      const { code, stdout } = await run(['--help'], settings);
      expect(code).toBe(0);
      expect(stdout).toContain(words);
    }
    expect(await run(['--version'], en)).toEqual({
      code: 0,
      stdout: `${version()}\n`,
      stderr: '',
    });
  });

  it.each<[string[], RegExp, RegExp]>([
    [[], /which servers/, /서버를 지정/],
    [['bas'], /Did you mean baas/, /혹시 baas/],
    [['email'], /"email" is not available in this version/, /이 버전에서 쓸 수 없습니다/],
    [['baas', 'baas'], /more than once/, /두 번 이상/],
    [['baas', '--chekc'], /no option --chekc.*\n.*Did you mean --check/, /혹시 --check/],
    [['baas', '--json'], /--json does not go with "baas"/, /함께 쓸 수 없습니다/],
    [['baas', '--check=1'], /takes no value/, /값을 줄 수 없습니다/],
    [['token'], /whose token/, /누구의 토큰/],
    [['token', 'a b'], /A name has letters/, /이름은 영문자/],
    [['token', 'kim', 'lee'], /"lee" is one word too many/, /필요 없는 인자/],
    [['token', 'kim', '--check'], /--check does not go with "token"/, /함께 쓸 수 없습니다/],
  ])('refuses %j', async (argv, english, korean) => {
    const [first, second] = await Promise.all([run(argv, en), run(argv, ko)]);
    expect(first).toMatchObject({ code: 2, stdout: '' });
    expect(first.stderr).toMatch(english);
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toMatch(korean);
  });
});

describe('token', () => {
  it('makes a token that works with the setting it prints, beside the others', async () => {
    await using world = await createWorld();
    const { code, stdout, stderr } = await run(['token', 'park'], world.environment);
    const [token = '', line = ''] = stdout.split('\n');
    expect(code).toBe(0);
    expect(stderr).toContain('this once');
    expect(line).not.toContain(token);
    const [name = '', value = ''] = line.split('=');
    await using server = await startChild({ ...world.environment, [name]: value });
    for (const one of [token, tokens.kim]) {
      const headers = { authorization: `Bearer ${one}` };
      const { status } = await callTool(`${server.url}/mcp`, headers, 'check_message', {
        message: 'Hi',
      });
      expect(status).toBe(200);
    }
  });

  it('is another one each time', async () => {
    const [first, second] = await Promise.all([
      run(['token', 'kim'], en),
      run(['token', 'kim'], en),
    ]);
    expect(first.stdout).not.toBe(second.stdout);
    expect(first.stdout).toMatch(/^jeonbo_[\w-]{43}\nJEONBO_HTTP_TOKENS=kim:[0-9a-f]{64}\n$/);
  });
});

describe('a start', () => {
  it.each([
    [
      'open to other machines without authentication',
      { HOST: '0.0.0.0', JEONBO_HTTP_TOKENS: '' },
      'JEONBO_HTTP_TOKENS',
    ],
    [
      'open to one network without authentication',
      { HOST: '192.0.2.1', JEONBO_HTTP_TOKENS: '' },
      'JEONBO_HTTP_TOKENS',
    ],
    [
      'that nobody could call',
      { JEONBO_HTTP_TOKENS: '', JEONBO_HTTP_CALLER_KEYS: '0' },
      'JEONBO_HTTP_CALLER_KEYS',
    ],
    [
      'with a token as it is, not its hash',
      { JEONBO_HTTP_TOKENS: `kim:${tokens.kim}` },
      'JEONBO_HTTP_TOKENS',
    ],
    ['with a guard rail that is none', { JEONBO_SEND_LIMIT: 'lots' }, 'JEONBO_SEND_LIMIT'],
    ['on no port', { PORT: '70000' }, 'PORT'],
    ['without a store', { DATABASE_URL: 'mysql://a:hunter2secret@b/c' }, 'DATABASE_URL'],
    [
      'with PostgreSQL and no key',
      { DATABASE_URL: 'postgres://a:hunter2secret@127.0.0.1:9/c' },
      'DATABASE_URL',
    ],
  ])('%s is refused', async (_what, settings, names) => {
    await using world = await createWorld(settings);
    const { code, stdout, stderr } = await run(['baas'], world.environment);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ level: 'error' });
    expect(stderr).toContain(names);
    expect(stderr).not.toMatch(/hunter2secret/);
    expect(stderr).not.toContain(tokens.kim);
  });

  it.each([
    ['with tokens', {}],
    ['where callers bring their keys', { JEONBO_HTTP_TOKENS: '', JEONBO_HTTP_CALLER_KEYS: '1' }],
  ])('open to other machines %s goes', async (_what, settings) => {
    await using world = await createWorld({ HOST: '0.0.0.0', ...settings });
    await using server = await startChild(world.environment);
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    const { status } = await callTool(`${url}/mcp`, {}, 'check_message', { message: 'Hi' });
    expect(status).toBe(401);
    // What callers send is told only to those who say who they are.
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
  });

  it('says that the operator’s keys serve nobody without a token', async () => {
    await using world = await createWorld({ JEONBO_HTTP_TOKENS: '' });
    await using server = await startChild(world.environment);
    expect(server.log.join('\n')).toContain('keys not used');
  });

  it('on a taken port says so', async () => {
    await using world = await createWorld();
    await using server = await startChild(world.environment);
    const { port } = new URL(server.url);
    const { code, stderr } = await run(['baas'], { ...world.environment, PORT: port });
    expect(code).toBe(1);
    expect(stderr).toContain('EADDRINUSE');
  });
});

describe('--check', () => {
  it('finds nothing wrong and shows no key', async () => {
    await using world = await createWorld();
    const servers = ['baas', 'twilio', 'kakao'];
    const { code, stdout } = await run([...servers, '--check'], world.environment);
    expect(stdout).not.toContain('✗');
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ JEONBO_HTTP_TOKENS +kim, lee/);
    expect(stdout).toMatch(/✓ KAKAO_CLIENT_ID +test-rest-api-key/);
    expect(stdout).not.toContain('KAKAO_ACCOUNT');
    expect(stdout).toContain('jeonbo-mcp-http baas twilio kakao');
    for (const secret of [apiKey, kakaoSecret, world.environment.JEONBO_HTTP_TOKENS ?? ''])
      expect(stdout).not.toContain(secret);
    expect(world.sandbox.messages()).toHaveLength(0);
  });

  it.each([
    ['en', /why: {2}.*\n.*next: jeonbo-mcp-http token NAME/],
    ['ko', /이유: .*\n.*다음: jeonbo-mcp-http token NAME/],
  ])('tells what is wrong, why, and what to type next (%s)', async (JEONBO_LANG, words) => {
    const settings = { JEONBO_LANG, HOST: '0.0.0.0', JEONBO_HTTP_TOKENS: '' };
    await using world = await createWorld(settings);
    const { code, stdout } = await run(['baas', '--check'], world.environment);
    expect(code).toBe(1);
    expect(stdout).toMatch(words);
  });

  it.each([
    ['PORT', 'http'],
    ['JEONBO_HTTP_HOSTS', 'https://example.com/'],
    ['JEONBO_HTTP_TOKENS', 'kim'],
    ['JEONBO_HTTP_CALLER_KEYS', 'yes'],
    ['JEONBO_HTTP_RATE_LIMIT', '-1'],
    ['JEONBO_HTTP_TIMEOUT', '0'],
    ['JEONBO_HTTP_SESSIONS', 'many'],
    ['BAAS_API_KEY', 'two words'],
    ['DATABASE_URL', 'mysql://a:hunter2secret@b/c'],
  ])('finds a wrong %s (%s)', async (name, value) => {
    await using world = await createWorld({ [name]: value });
    const { code, stdout } = await run(['baas', '--check', '--json'], world.environment);
    const report = JSON.parse(stdout) as { ok: boolean; settings: Record<string, unknown>[] };
    expect({ code, ok: report.ok }).toEqual({ code: 1, ok: false });
    const wrong = report.settings.filter(({ ok }) => !ok);
    expect(wrong).toMatchObject([{ name, problem: expect.any(String), next: expect.any(String) }]);
    expect(stdout).not.toMatch(/hunter2secret|two words/);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'BASE_URL'],
    [{ BASE_URL: 'https://example.com/kakao' }, 'BASE_URL'],
    [{ BASE_URL: 'http://example.com' }, 'BASE_URL'],
    [{ KAKAO_CLIENT_ID: '' }, 'KAKAO_CLIENT_ID'],
    [{ JEONBO_HTTP_PROXIES: '-1' }, 'JEONBO_HTTP_PROXIES'],
  ])('finds what is wrong for kakao with %j, and does not start so', async (settings, name) => {
    await using world = await createWorld({ JEONBO_HTTP_TOKENS: '', ...settings });
    const { code, stdout } = await run(['kakao', '--check', '--json'], world.environment);
    expect(code).toBe(1);
    const wrong = (JSON.parse(stdout) as { settings: { ok: boolean }[] }).settings.filter(
      ({ ok }) => !ok,
    );
    expect(wrong).toMatchObject([{ name, problem: expect.any(String), next: expect.any(String) }]);
    // The one setting without which it starts: people are told at their log-in.
    if (name === 'KAKAO_CLIENT_ID') return;
    const { code: started, stderr } = await run(['kakao'], world.environment);
    expect(started).toBe(1);
    expect(stderr).toContain(name);
  });

  it('asks for no token where only kakao is served, whose callers log in', async () => {
    const settings = {
      JEONBO_HTTP_TOKENS: '',
      HOST: '0.0.0.0',
      BASE_URL: 'https://mcp.example.com',
    };
    await using world = await createWorld(settings);
    const { code, stdout } = await run(['kakao', '--check'], world.environment);
    expect(stdout).not.toContain('✗');
    expect(code).toBe(0);
    const both = await run(['kakao', 'baas', '--check'], world.environment);
    expect(both.stdout).toContain('✗ JEONBO_HTTP_TOKENS');
    await using child = await startChild(world.environment, 'kakao');
    expect(child.url).toMatch(/^http:\/\/0\.0\.0\.0:/);
  });

  it('asks for no key of the operator where callers bring their own', async () => {
    const settings = { JEONBO_HTTP_TOKENS: '', BAAS_API_KEY: '', PROJECT_ID: '' };
    await using world = await createWorld(settings);
    const { code, stdout } = await run(['baas', '--check'], world.environment);
    expect(stdout).not.toContain('✗');
    expect(code).toBe(0);
  });
});
