import { describe, expect, it } from 'vitest';
import { hosts } from './support/hosts.ts';
import { createWorld, numbers, smsTo } from './support/world.ts';

describe.each(hosts)('a bulk send from a host with %s', (_name, _version, connect) => {
  it('goes out when the person agrees, who is asked once and sees the text', async () => {
    await using world = await createWorld();
    const questions: string[] = [];
    await using host = await connect(world.environment, (question) => {
      questions.push(question);
      return { confirm: true };
    });
    const result = await host.call('send_sms', smsTo(...numbers(11)));
    expect(result.structuredContent).toMatchObject({ success: true, sent_count: 11 });
    expect(questions).toEqual([expect.stringContaining('Your parcel arrives at three.')]);
    expect(questions[0]).not.toContain('010-2000-1000');
    expect(world.sandbox.messages()).toHaveLength(11);
  });

  it.each([
    ['declines', 'decline' as const],
    ['leaves the box empty', { confirm: false }],
  ])('does not go out when the person %s', async (_what, answer) => {
    await using world = await createWorld();
    await using host = await connect(world.environment, () => answer);
    const result = await host.call('send_sms', smsTo(...numbers(11)));
    expect(result.isError).toBe(true);
    expect(result.structuredContent).toMatchObject({ error_code: 'CONFIRMATION_DECLINED' });
    expect(world.sandbox.exchanges()).toHaveLength(0);
  });

  it('needs a token where nobody can be asked: good once, for that content', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    const send = smsTo(...numbers(11));
    const held = await host.call('send_sms', send);
    expect(held.structuredContent).toMatchObject({ success: false, confirmation_required: true });
    const { confirm_token } = held.structuredContent as { confirm_token: string };

    const other = { ...send, message: 'Something else.', confirm_token };
    const refused = await host.call('send_sms', other);
    expect(refused.structuredContent).toMatchObject({ confirmation_required: true });
    expect(world.sandbox.exchanges()).toHaveLength(0);

    const sent = await host.call('send_sms', { ...send, confirm_token });
    expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 11 });
    expect(world.sandbox.messages()).toHaveLength(11);
  });
});
