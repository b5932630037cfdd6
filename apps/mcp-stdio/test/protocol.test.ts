import { describe, expect, it } from 'vitest';
import { hosts } from './support/hosts.ts';
import { createWorld, projectId, smsTo, without } from './support/world.ts';

const reading = { readOnlyHint: true, destructiveHint: false, idempotentHint: true };
const sending = { readOnlyHint: false, idempotentHint: false, openWorldHint: true };

describe.each(hosts)('a host with %s', (_name, version, connect) => {
  it('speaks its own revision and lists what the specification lists', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    if (host.version !== undefined) expect(host.version).toBe(version);

    const tools = await host.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'send_sms',
      'send_mms',
      'get_message_status',
      'get_send_history',
      'check_message',
    ]);
    const annotations = Object.fromEntries(tools.map((tool) => [tool.name, tool.annotations]));
    expect(annotations).toMatchObject({
      send_sms: sending,
      send_mms: sending,
      get_message_status: reading,
      get_send_history: reading,
      check_message: { ...reading, openWorldHint: false },
    });
    for (const tool of tools) {
      expect(Object.keys(tool.annotations ?? {})).toHaveLength(4);
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
      expect(tool.title && tool.description).toBeTruthy();
    }
    const parameters = Object.fromEntries(
      tools.map(({ name, inputSchema }) => [name, Object.keys(inputSchema.properties ?? {})]),
    );
    expect(parameters).toMatchObject({
      send_sms: expect.arrayContaining(['recipients', 'message', 'callback_number', 'project_id']),
      send_mms: expect.arrayContaining(['recipients', 'message', 'subject', 'image_urls']),
      get_message_status: ['group_id'],
      get_send_history: expect.arrayContaining(['project_id', 'offset', 'limit', 'message_type']),
    });
    // Keys are the environment's: no tool takes one.
    expect(Object.values(parameters).flat()).not.toContain('baas_api_key');
  });

  it('lists and hands out prompts and resources', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    expect((await host.listPrompts()).map(({ name }) => name)).toEqual([
      'sms_verification',
      'order_notification',
      'delivery_status_endpoint',
      'campaign_dashboard',
    ]);
    const prompt = await host.promptText('sms_verification', {
      language: 'en',
      framework: 'express',
    });
    expect(prompt).toContain('@jeonbo/baas-client');

    expect(await host.listResources()).toEqual(
      expect.arrayContaining([
        'jeonbo://errors',
        'jeonbo://guard',
        'jeonbo://templates/{name}',
        'jeonbo://groups/{group_id}',
      ]),
    );
    expect(JSON.parse(await host.readResource('jeonbo://guard'))).toBeTypeOf('object');
  });

  it('sends an SMS that is delivered, and tells so', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    const sent = await host.call('send_sms', smsTo('010-1234-5678'));
    expect(sent.structuredContent).toMatchObject({
      success: true,
      group_id: expect.any(Number),
      sent_count: 1,
      failed_count: 0,
    });
    expect(sent.content).toMatchObject([{ type: 'text' }]);
    await world.sandbox.waitFor({ to: '010-1234-5678', state: 'delivered' });

    const { group_id } = sent.structuredContent as { group_id: number };
    const status = await host.call('get_message_status', { group_id });
    expect(status.structuredContent).toMatchObject({ group_id, status: '성공', success_count: 1 });
    const history = await host.call('get_send_history', {});
    expect(history.structuredContent).toMatchObject({ project_id: projectId, total_count: 1 });
    const group = JSON.parse(await host.readResource(`jeonbo://groups/${group_id}`));
    expect(group).toMatchObject({ group_id, status: '성공' });
  });

  it('answers the same send again with the first receipt', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    const first = await host.call('send_sms', smsTo('010-1234-5678'));
    const { group_id } = first.structuredContent as { group_id: number };
    const again = await host.call('send_sms', smsTo('010-1234-5678'));
    expect(again.structuredContent).toMatchObject({ success: true, duplicate: true, group_id });
    expect(world.sandbox.exchanges()).toHaveLength(1);
  });

  it('refuses a parameter it does not know', async () => {
    await using world = await createWorld();
    await using host = await connect(world.environment);
    const result = await host.call('send_sms', { ...smsTo('010-1234-5678'), baas_api_key: 'x' });
    expect(result.isError).toBe(true);
    expect(result.structuredContent).toMatchObject({ error_code: 'VALIDATION_ERROR' });
    expect(JSON.stringify(result)).toContain('baas_api_key');
    expect(world.sandbox.exchanges()).toHaveLength(0);
  });

  it('stays up without a key and says which one, and where to get it', async () => {
    await using world = await createWorld();
    await using host = await connect(without(world, 'BAAS_API_KEY'));
    const result = await host.call('send_sms', smsTo('010-1234-5678'));
    expect(result.isError).toBe(true);
    expect(result.structuredContent).toMatchObject({ error_code: 'MISSING_CREDENTIALS' });
    expect(JSON.stringify(result)).toMatch(/BAAS_API_KEY.*aiapp\.link/);
    const check = await host.call('check_message', { message: 'Hello' });
    expect(check.structuredContent).toMatchObject({ kind: 'SMS', errors: [] });
  });
});
