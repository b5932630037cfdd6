import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { clientSecret, createWorld } from '../support/world.ts';
import { logIn } from './support.ts';

describe('kakao --check', () => {
  const check = async (environment: Readonly<Record<string, string>>) => {
    const { code, stdout } = await run(['kakao', '--check', '--json'], environment);
    expect(stdout).not.toContain(clientSecret);
    const { settings } = JSON.parse(stdout) as {
      settings: { name: string; ok: boolean; value: string }[];
    };
    return { code, settings, wrong: settings.filter(({ ok }) => !ok) };
  };

  it('finds nothing wrong, and says who is logged in', async () => {
    await using world = await createWorld({ BASE_URL: 'https://jeonbo.example' });
    await logIn(world);
    const { code, wrong, settings } = await check(world.environment);
    expect([code, wrong]).toEqual([0, []]);
    const account = settings.find(({ name }) => name === 'KAKAO_ACCOUNT');
    expect(account?.value).toBe('default: 김서연');
    expect(world.sandbox.messages()).toEqual([]);
  });

  it.each([
    ['en', /Nobody is logged in/],
    ['ko', /로그인한 사람이 없습니다/],
  ])('tells that nobody is logged in, and what to type (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ KAKAO_ACCOUNT: 'work', JEONBO_LANG });
    expect(await check(world.environment)).toMatchObject({
      code: 1,
      wrong: [
        {
          name: 'KAKAO_ACCOUNT',
          problem: expect.stringMatching(words),
          next: 'jeonbo-mcp kakao login --account work',
        },
      ],
    });
  });

  it.each([
    ['KAKAO_CLIENT_ID', ''],
    ['KAKAO_CLIENT_ID', 'two words'],
    ['KAKAO_CLIENT_SECRET', 'two words'],
    ['KAKAO_ACCOUNT', 'a b'],
    ['BASE_URL', 'example.com'],
    ['BASE_URL', 'http://example.com'],
    ['KAKAO_AUTH_BASE_URL', 'http://kauth.kakao.com'],
    ['KAKAO_API_BASE_URL', 'ftp://kapi.kakao.com'],
    ['JEONBO_CONFIRM', 'sometimes'],
  ])('finds a wrong %s (%j)', async (name, value) => {
    await using world = await createWorld();
    await logIn(world);
    for (const JEONBO_LANG of ['en', 'ko']) {
      const { code, wrong } = await check({ ...world.environment, JEONBO_LANG, [name]: value });
      expect(code).toBe(1);
      const words = expect.any(String);
      expect(wrong).toContainEqual(
        expect.objectContaining({ name, problem: words, why: words, next: words }),
      );
    }
  });

  it('tells a login that belongs to another app', async () => {
    await using world = await createWorld();
    await logIn(world);
    const { wrong } = await check({ ...world.environment, KAKAO_CLIENT_ID: 'another' });
    expect(wrong).toMatchObject([
      { name: 'KAKAO_ACCOUNT', problem: expect.stringContaining('another app') },
    ]);
  });
});

describe('kakao --print-config', () => {
  it.each(['claude', 'cursor'])('has a place for what is needed (%s)', async (host) => {
    await using world = await createWorld({ KAKAO_ACCOUNT: 'work' });
    const { code, stdout } = await run(['kakao', '--print-config', host], world.environment);
    expect(code).toBe(0);
    expect(stdout).not.toContain(clientSecret);
    expect(JSON.parse(stdout).mcpServers['jeonbo-kakao']).toMatchObject({
      command: 'npx',
      args: ['-y', expect.stringMatching(/^@jeonbo\/mcp-stdio@/), 'kakao'],
      env: {
        KAKAO_CLIENT_ID: '<your KAKAO_CLIENT_ID>',
        KAKAO_CLIENT_SECRET: '<your KAKAO_CLIENT_SECRET>',
        KAKAO_ACCOUNT: 'work',
      },
    });
  });

  it('asks for the secret in VS Code', async () => {
    await using world = await createWorld();
    const { stdout } = await run(['kakao', '--print-config', 'vscode'], world.environment);
    expect(stdout).not.toContain(clientSecret);
    const { inputs, servers } = JSON.parse(stdout);
    expect(inputs).toEqual([
      expect.objectContaining({ id: 'kakao-client-id' }),
      expect.objectContaining({ id: 'kakao-client-secret', password: true }),
    ]);
    expect(servers['jeonbo-kakao'].env.KAKAO_CLIENT_SECRET).toBe(`\${input:kakao-client-secret}`);
  });
});
