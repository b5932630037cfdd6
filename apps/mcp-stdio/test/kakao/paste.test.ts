import { describe, expect, it } from 'vitest';
import { createWorld } from '../support/world.ts';
import { beginLogin, decide, freePort } from './support.ts';

describe('kakao login --paste', () => {
  it.each([
    ['en', /Kakao’s own address/, /does not belong to this login/],
    ['ko', /카카오의 주소입니다/, /이 로그인의 주소가 아닙니다/],
  ])(
    'takes the address the browser ended at, and tells others apart (%s)',
    async (JEONBO_LANG, own, other) => {
      await using world = await createWorld({ JEONBO_LANG });
      const login = await beginLogin(world.environment, '--paste');
      const location = await decide(world.sandbox, login.url);
      login.child.stdin.write(`${login.url}\n`);
      await login.written(own);
      login.child.stdin.write('\nhttp://localhost:4021/auth/callback?code=1&state=2\n');
      await login.written(other);
      login.child.stdin.write(` "${location}"\n`);
      const { code, stdout } = await login.ended;
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/김서연/) });
    },
  );

  it('takes the query alone, and needs no free port', async () => {
    await using world = await createWorld();
    const port = await freePort();
    const first = await beginLogin(world.environment, '--port', port);
    const login = await beginLogin(world.environment, '--port', port, '--paste', '--json');
    const { search } = new URL(await decide(world.sandbox, login.url));
    login.child.stdin.end(search);
    const { code, stdout } = await login.ended;
    expect([code, JSON.parse(stdout).nickname]).toEqual([0, '김서연']);
    first.child.kill('SIGINT');
    await first.ended;
  });

  it.each([
    [
      'the end of the input',
      (login: Awaited<ReturnType<typeof beginLogin>>) => login.child.stdin.end(),
      /No address/,
    ],
    [
      'Ctrl-C',
      (login: Awaited<ReturnType<typeof beginLogin>>) => login.child.kill('SIGINT'),
      /Canceled/,
    ],
  ])('ends at %s', async (_what, stop, words) => {
    await using world = await createWorld();
    const login = await beginLogin(world.environment, '--paste');
    stop(login);
    const { code, stderr } = await login.ended;
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringMatching(words) });
  });
});
