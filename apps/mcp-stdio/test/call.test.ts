import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { main } from '../src/main.ts';
import { run } from './support/run.ts';
import { createWorld, numbers, smsTo } from './support/world.ts';

const json = (value: object) => JSON.stringify(value);

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
