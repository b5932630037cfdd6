import { openStore } from '@jeonbo/server';
import { createMessagePages } from '@jeonbo/store';
import { describe, expect, it } from 'vitest';
import { type Connect, hosts } from '../support/hosts.ts';
import { run } from '../support/run.ts';
import { createWorld, without } from '../support/world.ts';
import { logIn } from './support.ts';

const message = '내일 세 시에 만나요.';
const me = '010-0000-1001';
const friend = '010-0000-1002';
const reading = { readOnlyHint: true, destructiveHint: false, idempotentHint: true };
const sending = { readOnlyHint: false, idempotentHint: false, openWorldHint: true };

describe.each(hosts)('jeonbo-mcp kakao and a host with %s', (_name, version, connectTo) => {
  const connect = (environment: Parameters<Connect>[0]) =>
    connectTo(environment, undefined, 'kakao');

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
      ['send_message_to_me', ['message', 'confirm_token']],
      ['send_message', ['uuid', 'uuids', 'message', 'confirm_token']],
      ['send_kakao_template', ['to', 'template', 'confirm_token']],
      ['search_kakao_friends', ['query', 'limit', 'offset']],
      ['check_message', ['message', 'uuids']],
    ]);
    expect(Object.fromEntries(tools.map((tool) => [tool.name, tool.annotations]))).toMatchObject({
      send_message_to_me: sending,
      send_message: sending,
      send_kakao_template: sending,
      search_kakao_friends: reading,
      check_message: { ...reading, openWorldHint: false },
    });
    const known = ['jeonbo://errors', 'jeonbo://guard', 'jeonbo://templates/{object_type}'];
    expect(await host.listResources()).toEqual(expect.arrayContaining(known));
  });

  it('sends to me, to a friend and a template, and finds friends', async () => {
    await using world = await createWorld();
    await logIn(world, {}, '--scopes', 'friends');
    await using host = await connect(world.environment);
    // From now on the client holds every answer against its schema.
    await host.listTools();
    const toMe = await host.call('send_message_to_me', { message });
    expect(toMe).toMatchObject({ structuredContent: { success: true, result_code: 0 } });
    await world.sandbox.waitFor({ to: me, text: message });

    const found = await host.call('search_kakao_friends', { query: '이도윤' });
    const { friends } = found.structuredContent as { friends: { uuid: string }[] };
    expect(friends).toMatchObject([{ profile_nickname: '이도윤' }]);
    const [{ uuid }] = friends as [{ uuid: string }];
    const toFriend = await host.call('send_message', { uuid, message });
    expect(toFriend).toMatchObject({ structuredContent: { success: true, sent_count: 1 } });
    await world.sandbox.waitFor({ to: friend, text: message });

    const template = {
      object_type: 'feed',
      content: { title: '봄 원피스', link: { web_url: 'https://example.com/7' } },
    };
    const fed = await host.call('send_kakao_template', { to: 'me', template });
    expect(fed).toMatchObject({ structuredContent: { success: true } });
    await world.sandbox.waitFor({ to: me, text: /봄 원피스/ });
    expect(world.sandbox.messages()).toHaveLength(3);
  });

  it('stays up without a login, tells the command, and needs no restart after it', async () => {
    await using world = await createWorld({ KAKAO_ACCOUNT: 'work' });
    await using host = await connect(world.environment);
    const command = 'jeonbo-mcp kakao login --account work';
    for (const [name, parameters] of [
      ['send_message_to_me', { message }],
      ['send_message', { uuid: 'abcdefg0001', message }],
      ['search_kakao_friends', {}],
    ] as const) {
      const refused = await host.call(name, parameters);
      expect(refused).toMatchObject({
        isError: true,
        structuredContent: {
          error_code: 'MISSING_CREDENTIALS',
          details: { login_command: command, reason: expect.stringContaining(command) },
        },
      });
    }
    const check = await host.call('check_message', { message });
    expect(check.structuredContent).toMatchObject({ sent_as: 'whole', errors: [] });
    expect(world.sandbox.exchanges()).toHaveLength(0);

    await logIn(world);
    const sent = await host.call('send_message_to_me', { message });
    expect(sent.structuredContent).toMatchObject({ success: true });
  });

  it('tells the command where the consent to friends is missing, and goes on after it', async () => {
    await using world = await createWorld();
    await logIn(world);
    await using host = await connect(world.environment);
    const refused = await host.call('search_kakao_friends', {});
    const command = 'jeonbo-mcp kakao login --account default --scopes friends';
    expect(refused).toMatchObject({
      isError: true,
      structuredContent: {
        error_code: 'CONSENT_REQUIRED',
        details: { required_scopes: ['friends'], login_command: command },
      },
    });
    expect(JSON.stringify(refused)).not.toMatch(/https?:/);
    // Exactly as it stands there.
    const [, ...argv] = command.split(' ');
    expect(argv.slice(0, 2)).toEqual(['kakao', 'login']);
    await logIn(world, {}, ...argv.slice(2));
    const found = await host.call('search_kakao_friends', {});
    expect(found.structuredContent).toMatchObject({ total_count: 4 });
  });

  it('sends as the account that is set, and knows one person under two names', async () => {
    await using world = await createWorld();
    await logIn(world);
    await logIn(world, {}, '--account', 'again');
    await logIn(world, { user: '이도윤' }, '--account', 'work');
    const sendAs = async (KAKAO_ACCOUNT: string) => {
      await using host = await connect({ ...world.environment, KAKAO_ACCOUNT });
      return (await host.call('send_message_to_me', { message })).structuredContent;
    };
    expect(await sendAs('default')).toMatchObject({ success: true });
    expect(await sendAs('again')).toMatchObject({ success: true, duplicate: true });
    expect(await sendAs('work')).not.toHaveProperty('duplicate');
    expect(world.sandbox.messages().map(({ to }) => to)).toEqual([me, friend]);
  });

  it('publishes long texts in the store that the HTTP server shares, and refuses them without', async () => {
    await using world = await createWorld();
    await logIn(world);
    const text = `${'긴 글입니다. '.repeat(40)}끝.`;
    await using bare = await connect(world.environment);
    const refused = await bare.call('send_message_to_me', { message: text });
    expect(refused).toMatchObject({ isError: true });
    expect(JSON.stringify(refused)).toContain('BASE_URL');
    expect(world.sandbox.messages()).toHaveLength(0);

    const BASE_URL = 'https://jeonbo.example';
    await using host = await connect({ ...world.environment, BASE_URL });
    const sent = await host.call('send_message_to_me', { message: text });
    const { link } = sent.structuredContent as { link: string };
    const [, id = ''] = /^https:\/\/jeonbo\.example\/m\/([\w-]{22,})$/.exec(link) ?? [];
    const { database, key } = await openStore(world.environment);
    const page = await (await createMessagePages(database, key)).read(id);
    await database.close();
    expect(page).toMatchObject({ text, from: '김서연' });
    const [arrived] = world.sandbox.messages();
    expect([...(arrived?.text ?? '')]).toHaveLength(200);
    const again = await host.call('send_message_to_me', { message: text });
    expect(again.structuredContent).toMatchObject({ duplicate: true });
  });

  it('refuses the login of another app, and one that is over', async () => {
    await using world = await createWorld();
    const beforeLogin = world.sandbox.snapshot();
    await logIn(world);
    await using other = await connect({ ...world.environment, KAKAO_CLIENT_ID: 'another' });
    const refused = await other.call('send_message_to_me', { message });
    expect(refused.structuredContent).toMatchObject({ error_code: 'MISSING_CREDENTIALS' });
    expect(JSON.stringify(refused)).toContain('another app');
    await using bare = await connect(without(world, 'KAKAO_CLIENT_ID'));
    const unset = await bare.call('send_message_to_me', { message });
    expect(unset.structuredContent).toMatchObject({ error_code: 'MISSING_CREDENTIALS' });
    expect(JSON.stringify(unset)).toContain('KAKAO_CLIENT_ID');

    // The person took the app out of their account: Kakao refuses every token of it.
    world.sandbox.restore(beforeLogin);
    await using host = await connect(world.environment);
    const over = await host.call('send_message_to_me', { message });
    expect(over).toMatchObject({
      structuredContent: {
        error_code: 'AUTHENTICATION_FAILED',
        details: { login_command: 'jeonbo-mcp kakao login --account default' },
      },
    });
  });
});

it('calls a tool from the shell', async () => {
  await using world = await createWorld();
  await logIn(world);
  const json = JSON.stringify({ message });
  const argv = ['call', 'send_message_to_me', '--server', 'kakao', '--json', json];
  const { code, stdout, stderr } = await run(argv, world.environment);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ success: true, result_code: 0 });
});
