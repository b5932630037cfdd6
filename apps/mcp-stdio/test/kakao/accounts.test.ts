import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { createWorld, type World } from '../support/world.ts';
import { freePort, logIn, tokensOf } from './support.ts';

const [seoyeon, doyun] = ['3000000001', '3000000002'] as const;

function kakao(world: World, ...argv: readonly string[]) {
  return run(['kakao', ...argv], world.environment);
}

async function accountsOf(world: World): Promise<Record<string, unknown>[]> {
  const { stdout } = await kakao(world, 'accounts', '--json');
  return (JSON.parse(stdout) as { accounts: Record<string, unknown>[] }).accounts;
}

/** 김서연 as `default` and `again`, 이도윤 as `work`. */
async function createFamily(settings: Record<string, string> = {}): Promise<World> {
  const world = await createWorld(settings);
  await logIn(world, {}, '--account', 'default');
  await logIn(world, {}, '--account', 'again', '--scopes', 'friends');
  await logIn(world, { user: '이도윤' }, '--account', 'work');
  return world;
}

describe('kakao accounts', () => {
  it.each([
    ['en', 'Nobody is logged in'],
    ['ko', '로그인한 사람이 없습니다'],
  ])('says that there is nobody (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG });
    const { code, stdout } = await kakao(world, 'accounts');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(words) });
    expect(await accountsOf(world)).toEqual([]);
  });

  it('lists who is logged in, with what and how long, and no token', async () => {
    await using world = await createFamily({ KAKAO_ACCOUNT: 'work' });
    const { stdout } = await kakao(world, 'accounts');
    const consents = 'profile_nickname, talk_message';
    expect(stdout.replace(/20\d\d-\d\d-\d\d/g, 'DAY').split('\n')).toEqual([
      `  again    김서연  ${consents}, friends  until DAY`,
      `  default  김서연  ${consents}, friends  until DAY`,
      expect.stringMatching(/^\* work {5}이도윤 {2}\w+, .*talk_message {2}until DAY$/),
      '',
    ]);
    const list = await accountsOf(world);
    expect(list).toMatchObject([
      { account: 'again', user_id: seoyeon, state: 'logged_in', used: false },
      { account: 'default', user_id: seoyeon, state: 'logged_in', used: false },
      { account: 'work', user_id: doyun, state: 'logged_in', used: true },
    ]);
    const tokens = await tokensOf(world, seoyeon);
    for (const token of [tokens?.accessToken, tokens?.refreshToken])
      expect(stdout + JSON.stringify(list)).not.toContain(token);
  });

  it('tells a login of another app', async () => {
    await using world = await createWorld();
    await logIn(world);
    const other = { ...world.environment, KAKAO_CLIENT_ID: 'another' };
    const { stdout } = await run(['kakao', 'accounts'], other);
    expect(stdout).toContain('another app than KAKAO_CLIENT_ID');
  });
});

describe('kakao logout', () => {
  it('ends the login at Kakao and forgets the tokens', async () => {
    await using world = await createWorld();
    await logIn(world);
    const { accessToken = '' } = (await tokensOf(world, seoyeon)) ?? {};
    const ended = await kakao(world, 'logout');
    expect(ended).toMatchObject({ code: 0, stdout: 'Logged out: 김서연 (account default)\n' });
    expect(await tokensOf(world, seoyeon)).toBeUndefined();
    const headers = { Authorization: `Bearer ${accessToken}` };
    const refused = await fetch(`${world.sandbox.url}/v1/oidc/userinfo`, { headers });
    expect(refused.status).toBe(401);
    const again = await kakao(world, 'logout');
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nobody is logged in'),
    });
  });

  it('leaves a person logged in who has another name', async () => {
    await using world = await createFamily();
    const first = await kakao(world, 'logout', '--account', 'again');
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('still logged in as default'),
    });
    expect(await tokensOf(world, seoyeon)).toBeDefined();
    const json = await kakao(world, 'logout', '--account', 'default', '--json');
    expect(JSON.parse(json.stdout)).toEqual({
      account: 'default',
      user_id: seoyeon,
      outcome: 'loggedOut',
    });
    expect(await tokensOf(world, seoyeon)).toBeUndefined();
    expect(await accountsOf(world)).toMatchObject([{ account: 'work', state: 'logged_in' }]);
  });

  it('unlinks: every consent is gone, and every name of the person', async () => {
    await using world = await createFamily();
    const { code, stdout } = await kakao(world, 'logout', '--account', 'again', '--unlink');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('unlinked: 김서연'),
    });
    expect(await accountsOf(world)).toMatchObject([{ account: 'work' }]);
    // Kakao asks for every item again, and nothing of before is agreed to.
    const { stdout: next } = await logIn(world, { scopes: ['profile_nickname'] });
    expect(next).toContain('Agreed to: profile_nickname\n');
  });

  it('forgets the login here where Kakao cannot be told, and says so', async () => {
    await using world = await createWorld();
    await logIn(world);
    const KAKAO_API_BASE_URL = `http://127.0.0.1:${await freePort()}`;
    const alone = { ...world.environment, KAKAO_API_BASE_URL };
    const unlinked = await run(['kakao', 'logout', '--unlink'], alone);
    expect(unlinked).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing was changed'),
    });
    expect(await tokensOf(world, seoyeon)).toBeDefined();
    const { code, stdout } = await run(['kakao', 'logout'], alone);
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('Kakao could not be told'),
    });
    expect(await tokensOf(world, seoyeon)).toBeUndefined();
    expect(await accountsOf(world)).toEqual([]);
  });
});
