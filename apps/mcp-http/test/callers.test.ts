import { describe, expect, it } from 'vitest';
import { tokenEntry } from '../src/callers/tokens.ts';
import { hosts } from './support/hosts.ts';
import { callTool, modern, type RawAnswer, send } from './support/raw.ts';
import {
  accountSid,
  apiKey,
  authToken,
  bearer,
  createWorld,
  numbers,
  projectId,
  serve,
  smsTo,
  tokens,
} from './support/world.ts';

const phone = '010-1234-5678';
const ownKey = (key: string) => ({ 'x-baas-api-key': key, 'x-project-id': projectId });
const contentOf = ({ body }: RawAnswer) =>
  (JSON.parse(body) as { result: { structuredContent: Record<string, unknown> } }).result
    .structuredContent;

describe.each(hosts)('callers with %s', (_name, _version, connect) => {
  it.each([
    ['tokens', bearer('kim'), bearer('lee')],
    ['keys of their own', ownKey('kim-key-1234567890'), ownKey('lee-key-1234567890')],
  ])('with %s see nothing of one another', async (_what, kim, lee) => {
    await using world = await createWorld({ JEONBO_SEND_LIMIT: '2' });
    await using server = await serve(world.environment);
    await using first = await connect(server.mcp, kim);
    await using second = await connect(server.mcp, lee);
    const sent = await first.call('send_sms', smsTo(...numbers(2)));
    const { group_id } = sent.structuredContent as { group_id: number };
    expect(sent.structuredContent).toMatchObject({ sent_count: 2 });

    const status = await second.call('get_message_status', { group_id });
    expect(status.structuredContent).toMatchObject({ error_code: 'NOT_FOUND' });
    await expect(second.readResource(`jeonbo://groups/${group_id}`)).rejects.toThrow();
    const history = await second.call('get_send_history', {});
    expect(history.structuredContent).toMatchObject({ total_count: 0, history: [] });
    const guard = JSON.parse(await second.readResource('jeonbo://guard'));
    expect(guard).toMatchObject({ send_limit: { used: 0, remaining: 2 } });
    // The same message is no duplicate of another's, and the limit is one's own.
    const also = await second.call('send_sms', smsTo(...numbers(2)));
    expect(also.structuredContent).toMatchObject({ success: true, sent_count: 2 });
    expect(also.structuredContent).not.toHaveProperty('duplicate');
    const over = await first.call('send_sms', smsTo(phone));
    expect(over.structuredContent).toMatchObject({ error_code: 'SEND_LIMIT_REACHED' });
  });

  it('do not share what one of them confirmed', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    await using first = await connect(server.mcp, bearer('kim'));
    await using second = await connect(server.mcp, bearer('lee'));
    const held = await first.call('send_sms', smsTo(...numbers(11)));
    const { confirm_token } = held.structuredContent as { confirm_token: string };
    const stolen = await second.call('send_sms', { ...smsTo(...numbers(11)), confirm_token });
    expect(stolen.structuredContent).toMatchObject({ confirmation_required: true });
    expect(world.sandbox.exchanges()).toHaveLength(0);
  });
});

it('takes the session of another caller for none at all', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment);
  const [, , connectLegacy] = hosts[0] as (typeof hosts)[number];
  await using host = await connectLegacy(server.mcp, bearer('kim'));
  const session = { 'mcp-session-id': host.sessionId ?? '', 'mcp-protocol-version': '2025-11-25' };
  const list = { jsonrpc: '2.0', id: 7, method: 'tools/list' };
  const asKim = await send(server.mcp, { headers: { ...bearer('kim'), ...session }, body: list });
  expect(asKim.status).toBe(200);
  for (const headers of [bearer('lee'), ownKey('some-key-123456')]) {
    const stolen = await send(server.mcp, { headers: { ...headers, ...session }, body: list });
    const unknown = await send(server.mcp, {
      headers: { ...headers, ...session, 'mcp-session-id': 'nonsense' },
      body: list,
    });
    expect(stolen).toMatchObject({ status: 404, body: unknown.body });
    const listening = await send(server.mcp, { headers: { ...headers, ...session } });
    expect(listening.status).toBe(404);
    const ended = await send(server.mcp, {
      method: 'DELETE',
      headers: { ...headers, ...session },
    });
    expect(ended.status).toBe(404);
  }
  expect(await host.listTools()).not.toHaveLength(0);
});

describe('keys', () => {
  it('of the operator are used for a token only, those of a caller for that caller only', async () => {
    await using world = await createWorld();
    const used: string[] = [];
    const watched: typeof globalThis.fetch = (input, init) => {
      const headers = input instanceof Request ? input.headers : new Headers(init?.headers);
      const basic = headers.get('authorization')?.replace('Basic ', '') ?? '';
      used.push(headers.get('x-api-key') ?? Buffer.from(basic, 'base64').toString());
      return fetch(input, init);
    };
    const both = ['baas', 'twilio'] as const;
    await using server = await serve(world.environment, both, { fetch: watched });
    const baas = `${server.url}/baas/mcp`;
    await callTool(baas, bearer('kim'), 'send_sms', smsTo(phone));
    await callTool(baas, ownKey('callers-own-key-1'), 'send_sms', smsTo(phone));
    const twilio = `${server.url}/twilio/mcp`;
    const message = { to: '+14155550123', message: 'Hello' };
    await callTool(twilio, bearer('kim'), 'send_sms', message);
    const own = `AC${'1b'.repeat(16)}:0123456789abcdef0123456789abcdef`;
    const basic = { authorization: `Basic ${Buffer.from(own).toString('base64')}` };
    const nobody = await callTool(twilio, basic, 'send_sms', message);
    // The operator's number is not theirs to send from.
    expect(contentOf(nobody)).toMatchObject({ error_code: 'INVALID_CALLBACK_NUMBER' });
    const number = { ...basic, 'x-twilio-phone-number': '+15005550006' };
    const sent = await callTool(twilio, number, 'send_sms', message);
    expect(contentOf(sent)).toMatchObject({ success: true });

    expect(used).toEqual([apiKey, 'callers-own-key-1', `${accountSid}:${authToken}`, own]);
  });

  it('never leave in a message, the caller’s own and the token included', async () => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    const cases = [
      [bearer('kim'), tokens.kim],
      [bearer('kim'), apiKey],
      [ownKey('callers-own-key-1'), 'callers-own-key-1'],
    ] as const;
    for (const [headers, secret] of cases) {
      const message = { ...smsTo(phone), message: `It is ${secret}` };
      const answer = await callTool(server.mcp, headers, 'send_sms', message);
      expect(contentOf(answer)).toMatchObject({ error_code: 'SECRET_IN_MESSAGE' });
      expect(answer.body).not.toContain(secret);
    }
    expect(world.sandbox.exchanges()).toHaveLength(0);
  });

  it('and tokens, texts and numbers stand in no log line', async () => {
    await using world = await createWorld();
    const server = await serve(world.environment, ['baas', 'twilio']);
    const baas = `${server.url}/baas/mcp`;
    world.sandbox.fault({ path: '/message/sms', status: 500 });
    await callTool(baas, ownKey('callers-own-key-1'), 'send_sms', smsTo(phone));
    await callTool(baas, bearer('kim'), 'send_sms', smsTo(phone));
    await callTool(baas, { authorization: 'Bearer a-wrong-token' }, 'send_sms', smsTo(phone));
    await callTool(`${server.url}/twilio/mcp`, bearer('kim'), 'send_sms', {
      to: '+14155550123',
      message: 'Hello',
    });
    await server.stop();
    const log = JSON.stringify(server.entries);
    expect(server.entries.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['listening', 'tool failed', 'tool called', 'refused', 'stopped']),
    );
    expect(log).toContain('token:kim');
    const secrets = [apiKey, authToken, tokens.kim, 'callers-own-key-1', 'a-wrong-token'];
    for (const secret of [...secrets, 'parcel', '1234-5678', '4155550123'])
      expect(log).not.toContain(secret);
  });
});

describe('a request that does not say who it is from', () => {
  const list = modern('tools/list');

  it.each([
    ['nothing', {}, 401],
    ['an unknown token', { authorization: 'Bearer nonsense' }, 401],
    ['a token cut short', { authorization: `Bearer ${tokens.kim.slice(0, -1)}` }, 401],
    ['the hash of a token', { authorization: `Bearer ${tokenEntry('x', tokens.kim)}` }, 401],
    ['keys of another server', { authorization: 'Basic YTpi' }, 401],
    ['a token and a key', { ...bearer('kim'), 'x-baas-api-key': 'key-1234567890' }, 400],
    ['a key with spaces', { 'x-baas-api-key': 'two words' }, 400],
    ['an empty key', { 'x-baas-api-key': '' }, 400],
  ])('but %s is refused', async (_what, headers, status) => {
    await using world = await createWorld();
    await using server = await serve(world.environment);
    const answer = await send(server.mcp, { ...list, headers: { ...list.headers, ...headers } });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { message: expect.any(String) } });
    if (status === 401) expect(answer.headers['www-authenticate']).toContain('Bearer');
  });

  it('may not bring a key where the operator wants tokens', async () => {
    await using world = await createWorld({ JEONBO_HTTP_CALLER_KEYS: '0' });
    await using server = await serve(world.environment);
    const headers = { ...list.headers, ...ownKey('callers-own-key-1') };
    expect((await send(server.mcp, { ...list, headers })).status).toBe(401);
  });

  it('reads no message with the token for /metrics', async () => {
    const token = 'jeonbo_for-metrics';
    const entry = tokenEntry('metrics', token);
    await using world = await createWorld({ JEONBO_HTTP_TOKENS: entry });
    await using server = await serve(world.environment);
    const authorization = `Bearer ${token}`;
    const headers = { ...list.headers, authorization };
    expect((await send(server.mcp, { ...list, headers })).status).toBe(403);
    expect((await send(`${server.url}/metrics`)).status).toBe(401);
    expect((await send(`${server.url}/metrics`, { headers: { authorization } })).status).toBe(200);
  });
});

it('with keys of their own stay who they are when the secret key changes', async () => {
  const [old, young] = ['a1'.repeat(32), 'b2'.repeat(32)];
  await using world = await createWorld({ JEONBO_SECRET_KEY: old });
  const send = (mcp: string) =>
    callTool(mcp, ownKey('kim-key-1234567890'), 'send_sms', smsTo(phone));
  {
    await using server = await serve(world.environment);
    // The provider has it, and nobody heard so.
    world.sandbox.fault({ method: 'POST', cut: 'after-read' });
    expect(contentOf(await send(server.mcp))).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
  }
  const { length } = world.sandbox.messages();
  expect(length).toBe(1);
  const environment = { ...world.environment, JEONBO_SECRET_KEY: `${young},${old}` };
  await using server = await serve(environment);
  expect(contentOf(await send(server.mcp))).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
  expect(world.sandbox.messages()).toHaveLength(length);
});
