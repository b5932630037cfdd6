import { describe, expect, it } from 'vitest';
import { version } from '../src/version.ts';
import { run } from './support/run.ts';

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
      expect(stdout).toContain('--print-config');
    }
    expect(await run(['--version'], en)).toMatchObject({
      code: 0,
      stdout: `${version()}\n`,
      stderr: '',
    });
  });

  it.each<[string[], RegExp, RegExp]>([
    [[], /which server/, /서버를 지정/],
    [['bas'], /Did you mean baas/, /혹시 baas/],
    [['email'], /"email" is not available in this version/, /이 버전에서 쓸 수 없습니다/],
    [['kakap'], /Did you mean kakao/, /혹시 kakao/],
    [['kakao', 'logn'], /Did you mean login/, /혹시 login/],
    [['twillio'], /Did you mean twilio/, /혹시 twilio/],
    [
      ['call', 'send_sms', '--server', 'email'],
      /"email" is not available/,
      /"email" 서버는 이 버전/,
    ],
    [['baas', '--chekc'], /no option --chekc.*\n.*Did you mean --check/, /혹시 --check/],
    [['baas', '--print-config'], /--print-config needs a value/, /값이 필요/],
    [['baas', '--print-config', 'cluade'], /Did you mean claude/, /혹시 claude/],
    [['baas', '--check=1'], /takes no value/, /값을 줄 수 없습니다/],
    [['baas', '--check', '--check'], /more than once/, /두 번 이상/],
    [['baas', '--json'], /--json does not go with "baas"/, /함께 쓸 수 없습니다/],
    [['baas', 'extra'], /"extra" is one word too many/, /필요 없는 인자/],
    [['call'], /which tool/, /호출할 도구/],
    [['call', 'send_sms', '--json', '[1]'], /not one JSON object/, /JSON 객체 하나/],
    [['audit'], /verify, export/, /verify, export/],
  ])('refuses %j', async (argv, english, korean) => {
    const [first, second] = await Promise.all([run(argv, en), run(argv, ko)]);
    expect(first).toMatchObject({ code: 2, stdout: '' });
    expect(first.stderr).toMatch(english);
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toMatch(korean);
  });

  it.each([
    [{ LANG: 'ko_KR.UTF-8' }, /이 버전에서/],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, /this version/],
    [{ LANG: 'kok_IN.UTF-8' }, /this version/],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR.UTF-8' }, /이 버전에서/],
    [{ LANG: 'ko_KR.UTF-8', JEONBO_LANG: 'en' }, /this version/],
  ])('speaks the language of %j', async (locale, words) => {
    expect((await run(['nothing'], { ...environment, ...locale })).stderr).toMatch(words);
  });
});
