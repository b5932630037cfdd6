import { describe, expect, it } from 'vitest';
import { hosts } from './support/hosts.ts';
import { bearer, createWorld, numbers, projectId, serve, smsTo } from './support/world.ts';

const phone = '010-1234-5678';

describe.each(hosts)('a host with %s', (_name, version, connect) => {
  it('speaks its own revision, and lists in a fixed order', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    await using host = await connect(server.mcp, bearer('kim'));
    expect(host.version).toBe(version);
    const tools = await host.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'send_sms',
      'send_mms',
      'get_message_status',
      'get_send_history',
      'check_message',
    ]);
    // Keys are the environment's or in headers: no tool takes one.
    expect(JSON.stringify(tools.map(({ inputSchema }) => inputSchema))).not.toMatch(/api_key/);
    const prompt = { language: 'en', framework: 'express' };
    expect(await host.promptText('sms_verification', prompt)).toContain('@jeonbo/baas-client');
    expect(JSON.parse(await host.readResource('jeonbo://guard'))).toMatchObject({ dry_run: false });
  });

  it('sends, is told of the duplicate, and asks what became of it', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    await using host = await connect(server.mcp, bearer('kim'));
    const sent = await host.call('send_sms', smsTo(phone));
    expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 1 });
    const { group_id } = sent.structuredContent as { group_id: number };
    const again = await host.call('send_sms', smsTo(phone));
    expect(again.structuredContent).toMatchObject({ duplicate: true, group_id });
    await world.sandbox.waitFor({ to: phone, state: 'delivered' });
    const status = await host.call('get_message_status', { group_id });
    expect(status.structuredContent).toMatchObject({ status: '성공' });
    const history = await host.call('get_send_history', {});
    expect(history.structuredContent).toMatchObject({ project_id: projectId, total_count: 1 });
    expect(JSON.parse(await host.readResource(`jeonbo://groups/${group_id}`))).toMatchObject({
      group_id,
    });
    expect(world.sandbox.messages()).toHaveLength(1);
  });

  it('has a person asked before a bulk send, once, with the text', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    const questions: string[] = [];
    await using host = await connect(server.mcp, bearer('kim'), (question) => {
      questions.push(question);
      return { confirm: true };
    });
    const sent = await host.call('send_sms', smsTo(...numbers(11)));
    expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 11 });
    expect(questions).toEqual([expect.stringContaining('Your parcel arrives at three.')]);
    expect(world.sandbox.messages()).toHaveLength(11);
  });

  it('takes a no for a no', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    await using host = await connect(server.mcp, bearer('kim'), () => 'decline');
    const sent = await host.call('send_sms', smsTo(...numbers(11)));
    expect(sent.structuredContent).toMatchObject({ error_code: 'CONFIRMATION_DECLINED' });
    expect(world.sandbox.exchanges()).toHaveLength(0);
  });

  it('needs a token where nobody can be asked: good once, for that content', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    await using host = await connect(server.mcp, bearer('kim'));
    const send = smsTo(...numbers(11));
    const held = await host.call('send_sms', send);
    const { confirm_token } = held.structuredContent as { confirm_token: string };
    const other = await host.call('send_sms', { ...send, message: 'Else.', confirm_token });
    expect(other.structuredContent).toMatchObject({ confirmation_required: true });
    const sent = await host.call('send_sms', { ...send, confirm_token });
    expect(sent.structuredContent).toMatchObject({ sent_count: 11 });
    expect(world.sandbox.messages()).toHaveLength(11);
  });

  it('hears of progress', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    await using host = await connect(server.mcp, bearer('kim'));
    const heard: number[] = [];
    const onprogress = ({ progress }: { progress: number }) => void heard.push(progress);
    await host.call('send_sms', smsTo(...numbers(3)), { onprogress });
    expect(heard[0]).toBe(0);
  });

  it('cancels: the request to the provider is cut off, and nothing is sent again', async () => {
    await using world = await createWorld();
    world.sandbox.fault({ path: '/message/sms', delayMs: 60_000 });
    await using server = await serve(world.environment);
    await using host = await connect(server.mcp, bearer('kim'));
    const stop = new AbortController();
    const { signal } = stop;
    const call = host.call('send_sms', smsTo(phone), { signal }).catch((error: unknown) => error);
    await world.sandbox.waitFor({ to: phone });
    stop.abort();
    expect(await call).toBeInstanceOf(Error);
    const again = await host.call('send_sms', smsTo(phone));
    expect(again.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
    expect(world.sandbox.exchanges()).toHaveLength(1);
  });

  it('reaches several servers, each at its own path', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment, ['baas', 'twilio']);
    await using host = await connect(`${server.url}/twilio/mcp`, bearer('kim'));
    const sent = await host.call('send_sms', { to: '+14155550123', message: 'Hello' });
    expect(sent.structuredContent).toMatchObject({ success: true });
    await using other = await connect(`${server.url}/baas/mcp`, bearer('kim'));
    const checked = await other.call('check_message', { message: 'Hello' });
    expect(checked.structuredContent).toMatchObject({ kind: 'SMS' });
    await expect(connect(server.mcp, bearer('kim'))).rejects.toThrow();
  });

  it('cuts off a call that takes too long, and says that it may have left', async () => {
    await using world = await createWorld({ JEONBO_HTTP_TIMEOUT: '1' });
    world.sandbox.fault({ path: '/message/sms', delayMs: 60_000 });
    await using server = await serve(world.environment);
    await using host = await connect(server.mcp, bearer('kim'));
    const sent = await host.call('send_sms', smsTo(phone));
    expect(sent.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
  });
});
