import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import { version } from '../src/version.ts';
import { run } from './support/run.ts';
import { apiKey, createWorld, numbers, projectId, smsTo, without } from './support/world.ts';

const json = (value: object) => JSON.stringify(value);
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
    [['twilio'], /"twilio" is not available in this version/, /이 버전에서 쓸 수 없습니다/],
    [
      ['call', 'send_sms', '--server', 'kakao'],
      /"kakao" is not available/,
      /"kakao" 서버는 이 버전/,
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

describe('--check', () => {
  it('finds nothing wrong, shows no key and sends nothing', async () => {
    await using world = await createWorld();
    const { code, stdout } = await run(['baas', '--check'], world.environment);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('✓ BAAS_API_KEY'),
    });
    expect(stdout).not.toContain(apiKey);
    expect(stdout).not.toContain('✗');
    expect(world.sandbox.messages()).toHaveLength(0);
  });

  it.each([
    ['en', /why: {2}.*\n.*next: .*export BAAS_API_KEY/],
    ['ko', /이유: .*\n.*다음: .*export BAAS_API_KEY/],
  ])('tells what is wrong, why, and what to type next (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG });
    const { code, stdout } = await run(['baas', '--check'], without(world, 'BAAS_API_KEY'));
    expect(code).toBe(1);
    expect(stdout).toMatch(words);
  });

  it.each([
    ['PROJECT_ID', 'not-a-uuid'],
    ['BAAS_PROFILE', 'v9'],
    ['BAAS_API_BASE_URL', 'ftp://example.com'],
    ['BAAS_API_BASE_URL', 'http://api.aiapp.link'],
    ['BAAS_API_BASE_URL', 'http://127.0.0.1:9'],
    ['BAAS_API_KEY', 'two words of key'],
    ['JEONBO_SEND_LIMIT', '-1'],
    ['JEONBO_CONFIRM', 'sometimes'],
    ['JEONBO_DUPLICATE_WINDOW', 'soon'],
    ['JEONBO_RECIPIENTS', 'book'],
    ['JEONBO_RECIPIENT_BOOK', '/nonexistent/book.json'],
    ['JEONBO_ALLOWED_RECIPIENTS', 'mother'],
    ['JEONBO_DRY_RUN', 'perhaps'],
    ['JEONBO_SECRET_KEY', 'short'],
    ['JEONBO_LEDGER_DAYS', 'x'],
    ['JEONBO_LEDGER_STORE_TEXT', 'maybe'],
    ['DATABASE_URL', 'mysql://user:hunter2secret@host/name'],
    ['JEONBO_LANG', 'fr'],
    ['LOG_LEVEL', 'loud'],
  ])('finds a wrong %s (%s)', async (name, value) => {
    await using world = await createWorld({ [name]: value });
    const { code, stdout } = await run(['baas', '--check', '--json'], world.environment);
    const report = JSON.parse(stdout) as { ok: boolean; settings: Record<string, unknown>[] };
    expect(code).toBe(1);
    expect(report.ok).toBe(false);
    const wrong = report.settings.filter(({ ok }) => !ok);
    expect(wrong.map((finding) => finding.name)).toContain(name);
    expect(wrong.find((finding) => finding.name === name)).toMatchObject({
      problem: expect.any(String),
      why: expect.any(String),
      next: expect.any(String),
    });
    expect(stdout).not.toMatch(/hunter2secret|two words of key/);
    expect(stdout).not.toContain(apiKey);
  });
});

describe('--print-config', () => {
  it.each(['claude', 'cursor'])('prints a configuration for %s without the key', async (host) => {
    const settings = { ...en, BAAS_API_KEY: apiKey, PROJECT_ID: projectId, JEONBO_DRY_RUN: '1' };
    const { code, stdout } = await run(['baas', '--print-config', host], settings);
    expect(code).toBe(0);
    expect(stdout).not.toContain(apiKey);
    expect(JSON.parse(stdout)).toEqual({
      mcpServers: {
        'jeonbo-baas': {
          command: 'npx',
          args: ['-y', `@jeonbo/mcp-stdio@${version()}`, 'baas'],
          env: {
            BAAS_API_KEY: '<your BAAS_API_KEY>',
            PROJECT_ID: '<your PROJECT_ID>',
            JEONBO_DRY_RUN: '1',
            JEONBO_LANG: 'en',
          },
        },
      },
    });
  });

  it('prints one for VS Code that asks for the key', async () => {
    const { code, stdout, stderr } = await run(['baas', '--print-config', 'vscode'], {
      ...ko,
      BAAS_API_KEY: apiKey,
      DATABASE_URL: 'postgres://user:hunter2secret@host/name',
    });
    expect(code).toBe(0);
    expect(stderr).toContain('.vscode/mcp.json');
    expect(stdout).not.toMatch(new RegExp(`${apiKey}|hunter2secret`));
    const { inputs, servers } = JSON.parse(stdout);
    expect(inputs).toContainEqual(expect.objectContaining({ id: 'baas-api-key', password: true }));
    expect(servers['jeonbo-baas'].env.BAAS_API_KEY).toMatch(/^\$\{input:baas-api-key\}$/);
  });
});

describe('call', () => {
  it('calls a tool and answers JSON', async () => {
    await using world = await createWorld();
    const send = json(smsTo('010-1234-5678'));
    const sent = await run(['call', 'send_sms', '--json', send], world.environment);
    expect(sent).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(sent.stdout)).toMatchObject({ success: true, sent_count: 1 });
    const again = await run(['call', 'send_sms', '-'], world.environment, send);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ duplicate: true });
    expect(world.sandbox.exchanges()).toHaveLength(1);
  });

  it('tells failures, doubts and missing confirmations by its exit code', async () => {
    await using world = await createWorld();
    const codeOf = async (send: object) => {
      const { code, stdout } = await run(
        ['call', 'send_sms', '--json', json(send)],
        world.environment,
      );
      return [code, JSON.parse(stdout)] as const;
    };
    const [wrong, failure] = await codeOf({ ...smsTo('nonsense') });
    expect([wrong, failure.error_code]).toEqual([1, 'INVALID_PHONE_NUMBER']);
    const [held, question] = await codeOf(smsTo(...numbers(11)));
    expect([held, typeof question.confirm_token]).toEqual([4, 'string']);
    world.sandbox.fault({ path: '/message/sms', cut: 'after-read' });
    const [unknown, doubt] = await codeOf(smsTo('010-1234-5678'));
    expect([unknown, doubt.error_code]).toEqual([3, 'DELIVERY_UNKNOWN']);
    const noTool = await run(['call', 'no_such_tool'], world.environment);
    expect(noTool.code).toBe(1);
    expect(noTool.stdout).toContain('send_sms');
  });

  it.each([
    ['yes', 'en', 'yes\n', 0, 11],
    ['예', 'ko', '예\n', 0, 11],
    ['no', 'en', 'no\n', 4, 0],
    ['the end of the input', 'en', '', 4, 0],
  ])('asks a person at a terminal; %s', async (_what, JEONBO_LANG, typed, code, sent) => {
    await using world = await createWorld({ JEONBO_LANG });
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    stdin.end(typed);
    const words = text(stderr);
    const ended = main(['call', 'send_sms', '--json', json(smsTo(...numbers(11)))], {
      environment: world.environment,
      stdin,
      stdout,
      stderr,
      interactive: true,
    });
    expect(await ended).toBe(code);
    stderr.end();
    expect(await words).toMatch(JEONBO_LANG === 'ko' ? /보낼까요/ : /Send it\?/);
    expect(world.sandbox.messages()).toHaveLength(sent);
  });
});

describe('audit', () => {
  it('verifies and exports the log, and finds a change', async () => {
    await using world = await createWorld();
    const { environment: settings } = world;
    await run(['call', 'send_sms', '--json', json(smsTo('010-1234-5678'))], settings);
    const whole = await run(['audit', 'verify'], settings);
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({ ok: true });
    expect(whole.stderr).toContain('whole');

    const exported = await run(['audit', 'export'], settings);
    expect(exported.code).toBe(0);
    const lines = exported.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['allowed', 'sent']));
    expect(exported.stdout).not.toMatch(/parcel|010-?1234-?5678/);

    const store = new DatabaseSync(join(world.home, 'data', 'jeonbo', 'jeonbo.sqlite'));
    store.exec("UPDATE audit_lines SET recipients = 7 WHERE event = 'sent'");
    store.close();
    const changed = await run(['audit', 'verify'], { ...settings, JEONBO_LANG: 'ko' });
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({ ok: false, brokenAt: expect.any(Number) });
    expect(changed.stderr).toContain('변경');
  });

  it('says what is wrong where there is no store', async () => {
    const { code, stdout, stderr } = await run(['audit', 'verify'], {
      ...en,
      DATABASE_URL: 'mysql://a:hunter2secret@b/c',
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ level: 'error' });
    expect(stderr).not.toContain('hunter2secret');
  });
});
