import { describe, expect, it } from 'vitest';
import { type Connect, hosts } from '../support/hosts.ts';
import { createWorld, without } from '../support/world.ts';

const phone = '+14155550123';
const messagesPath = '/2010-04-01/';
const send = { to: phone, message: 'Your parcel arrives at three.' };
const groceries = { category: 'Groceries', spent: 85, budget: 100 };
const reading = { readOnlyHint: true, destructiveHint: false, idempotentHint: true };
const sending = { readOnlyHint: false, idempotentHint: false, openWorldHint: true };

describe.each(hosts)('jeonbo-mcp twilio and a host with %s', (_name, version, connectTo) => {
  const connect = (environment: Parameters<Connect>[0]) =>
    connectTo(environment, undefined, 'twilio');

  it('lists what the specification lists', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    if (host.version !== undefined) expect(host.version).toBe(version);
    const tools = await host.listTools();
    const parameters = tools.map(({ name, inputSchema }) => [
      name,
      Object.keys(inputSchema.properties ?? {}),
    ]);
    expect(parameters).toEqual([
      ['send_sms', ['to', 'message', 'purpose', 'night_consent', 'confirm_token']],
      [
        'send_budget_alert',
        ['to', 'category', 'spent', 'budget', 'currency', 'custom_message', 'confirm_token'],
      ],
      ['get_message_status', ['sid']],
      ['list_messages', ['to', 'from', 'limit']],
      ['check_message', ['to', 'message', 'purpose']],
    ]);
    expect(Object.fromEntries(tools.map((tool) => [tool.name, tool.annotations]))).toMatchObject({
      send_sms: sending,
      send_budget_alert: sending,
      get_message_status: reading,
      list_messages: reading,
      check_message: { ...reading, openWorldHint: false },
    });
    expect(await host.listResources()).toEqual([
      'jeonbo://errors',
      'jeonbo://guard',
      'jeonbo://messages/{sid}',
    ]);
  });

  it('sends a message that is delivered, tells so, and answers a repeat with its sid', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    // From now on the client holds every answer against its schema.
    await host.listTools();
    const sent = await host.call('send_sms', send);
    expect(sent.structuredContent).toMatchObject({ success: true, status: 'queued', segments: 1 });
    const { sid } = sent.structuredContent as { sid: string };
    await world.sandbox.waitFor({ to: phone, state: 'delivered' });

    const status = await host.call('get_message_status', { sid });
    expect(status.structuredContent).toMatchObject({ sid, status: 'delivered', price: -0.0075 });
    const list = await host.call('list_messages', { to: phone });
    expect(list.structuredContent).toMatchObject({ count: 1, messages: [{ sid }] });
    const resource = JSON.parse(await host.readResource(`jeonbo://messages/${sid}`));
    expect(resource).toEqual(status.structuredContent);

    const again = await host.call('send_sms', send);
    expect(again.structuredContent).toMatchObject({ success: true, duplicate: true, sid });
    expect(world.sandbox.messages()).toHaveLength(1);
    const unknown = await host.call('get_message_status', { sid: `SM${'0'.repeat(32)}` });
    expect(unknown.structuredContent).toMatchObject({ error_code: 'NOT_FOUND' });
  });

  it('sends a budget alert to NOTIFICATION_PHONE', async () => {
    await using world = await createWorld({
      NOTIFICATION_PHONE: '010-1234-5678',
      JEONBO_ALERT_TITLE: 'Haushalt',
    });
    await using host = await connect(world.environment);
    const text = '[!] Haushalt: Groceries\nCHF 85/100 (85%)';
    const sent = await host.call('send_budget_alert', groceries);
    expect(sent.structuredContent).toMatchObject({ success: true, text });
    const message = await world.sandbox.waitFor({ to: '010-1234-5678', state: 'delivered' });
    expect(message).toMatchObject({ provider: 'twilio', text });
  });

  it('reports progress to several recipients', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    const to = [phone, '+14155550124', '010-1234-5678'];
    // One of them takes longer, so that the others are reported before the call ends.
    world.sandbox.fault({ path: messagesPath, delayMs: 300 });
    const steps: unknown[] = [];
    const onprogress = ({ progress, total }: { progress: number; total?: number | undefined }) =>
      steps.push([progress, total]);
    const sent = await host.call('send_sms', { ...send, to }, { onprogress });
    expect(sent.structuredContent).toMatchObject({ sent_count: 3 });
    // The last one may be overtaken by the result: the client then no longer listens.
    expect(steps.slice(0, 3)).toEqual([0, 1, 2].map((done) => [done, 3]));
  });

  it('repeats what Twilio refused with 429, and nothing whose outcome is unknown', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    world.sandbox.fault({ path: messagesPath, status: 429, retryAfter: '0' });
    const limited = await host.call('send_sms', send);
    expect(limited.structuredContent).toMatchObject({ success: true });
    expect(world.sandbox.exchanges()).toHaveLength(2);

    world.sandbox.fault({ path: messagesPath, cut: 'after-read' });
    for (const _ of [1, 2]) {
      const lost = await host.call('send_sms', { ...send, message: 'Another one.' });
      expect(lost.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
    }
    expect(world.sandbox.exchanges()).toHaveLength(3);
  });

  it('leaves in doubt what was cut by kill -9', async () => {
    await using world = await createWorld();
    world.sandbox.fault({ path: messagesPath, delayMs: 60_000 });
    const killed = await connect(world.environment);
    const lost = killed.call('send_sms', send).catch((error: unknown) => error);
    await world.sandbox.waitFor({ to: phone });
    process.kill(killed.pid, 'SIGKILL');
    expect(await lost).toBeInstanceOf(Error);
    await killed[Symbol.asyncDispose]();

    await using host = await connect(world.environment);
    const again = await host.call('send_sms', send);
    expect(again.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
    expect(world.sandbox.exchanges()).toHaveLength(1);
  });

  it.each([
    ['TWILIO_AUTH_TOKEN', 'MISSING_CREDENTIALS'],
    ['TWILIO_ACCOUNT_SID', 'MISSING_CREDENTIALS'],
    ['TWILIO_PHONE_NUMBER', 'INVALID_CALLBACK_NUMBER'],
  ])('stays up without %s, and says where to get it', async (name, error_code) => {
    await using world = await createWorld();
    await using host = await connect(without(world, name));
    const result = await host.call('send_sms', send);
    expect(result).toMatchObject({ isError: true, structuredContent: { error_code } });
    expect(JSON.stringify(result)).toContain(name);
    const check = await host.call('check_message', { message: 'Hello' });
    expect(check.structuredContent).toMatchObject({ encoding: 'GSM-7', errors: [] });
    expect(world.sandbox.exchanges()).toHaveLength(0);
  });
});
