import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/context.ts';
import { kakaoCommand } from '../../src/kakao/command/kakao-command.ts';
import { run } from '../support/run.ts';
import { createWorld } from '../support/world.ts';

describe('the command line of kakao', () => {
  it.each([
    ['en', /Exit codes/],
    ['ko', /종료 코드/],
  ])('shows its help (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG });
    const { code, stdout } = await run(['kakao', 'login', '--help'], world.environment);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(words) });
    expect(stdout).toContain('http://localhost:4021/auth/callback');
  });

  it.each<[string[], RegExp, RegExp]>([
    [['logn'], /Did you mean login/, /혹시 login/],
    [['login', '--scopes', 'freinds'], /Did you mean friends/, /혹시 friends/],
    [['login', '--port', '70000'], /1 to 65535/, /1부터 65535/],
    [['login', '--port', '0'], /1 to 65535/, /1부터 65535/],
    [['login', '--account'], /--account needs a value/, /값이 필요/],
    [['login', '--account', 'a b'], /cannot name an account/, /계정 이름으로 쓸 수 없습니다/],
    [['login', '--unlink'], /--unlink does not go with "kakao login"/, /함께 쓸 수 없습니다/],
    [['accounts', '--account', 'x'], /--account does not go with/, /함께 쓸 수 없습니다/],
    [['logout', 'work'], /"work" is one word too many/, /필요 없는 인자/],
    [['login', '--acount', 'x'], /Did you mean --account/, /혹시 --account/],
  ])('refuses %j', async (argv, english, korean) => {
    for (const [JEONBO_LANG, words] of [
      ['en', english],
      ['ko', korean],
    ] as const) {
      const stderr = new PassThrough();
      const context = contextOf({ environment: { JEONBO_LANG }, stderr });
      await expect(kakaoCommand(argv, context)).rejects.toSatisfy(
        (error: { in(language: string): string }) => words.test(error.in(JEONBO_LANG)),
      );
    }
  });
});
