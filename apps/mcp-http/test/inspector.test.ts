import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Child, startChild } from './support/child.ts';
import { inspect } from './support/inspector.ts';
import { logIn } from './support/oauth.ts';
import { bearer, createWorld, type World } from './support/world.ts';

const tools = {
  baas: ['send_sms', 'send_mms', 'get_message_status', 'get_send_history', 'check_message'],
  kakao: [
    'send_message_to_me',
    'send_message',
    'send_kakao_template',
    'search_kakao_friends',
    'check_message',
  ],
} as const;
const checked = { baas: { kind: 'SMS', bytes: 10 }, kakao: { characters: 5, sent_as: 'whole' } };

let world: World;
let server: Child;
let person: string;

beforeAll(async () => {
  world = await createWorld();
  server = await startChild(world.environment, 'baas', 'kakao');
  const query = { resource: `${server.url}/kakao/mcp` };
  const { headers } = await logIn({ url: server.url, sandbox: world.sandbox }, { query });
  person = headers.authorization;
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

describe.each([
  ['baas', 'legacy'],
  ['baas', 'modern'],
  ['kakao', 'legacy'],
  ['kakao', 'modern'],
] as const)('the Inspector at %s, %s', (name, era) => {
  const run = (...argv: readonly string[]) => {
    const authorization = name === 'kakao' ? person : bearer('kim').authorization;
    const options = ['--protocol-era', era, '--header', `Authorization: ${authorization}`];
    return inspect(`${server.url}/${name}/mcp`, world.environment, ...options, ...argv);
  };

  it('lists the tools and finds no fault in their schemas', async () => {
    const listed = await run('--method', 'tools/list', '--strict');
    expect(listed).toMatchObject({
      code: 0,
      result: { tools: tools[name].map((tool) => ({ name: tool })) },
    });
  });

  it('calls one', async () => {
    const call = ['--method', 'tools/call', '--tool-name', 'check_message'];
    const called = await run(...call, '--tool-args-json', '{"message":"안녕하세요"}');
    expect(called).toMatchObject({
      code: 0,
      result: { structuredContent: { ...checked[name], errors: [] }, isError: false },
    });
  });
});

it.each(['baas', 'kakao'])('the Inspector gets nothing at %s as nobody', async (name) => {
  const list = ['--stored-auth-only', '--method', 'tools/list'];
  const listed = await inspect(`${server.url}/${name}/mcp`, world.environment, ...list);
  expect(listed).toMatchObject({ result: undefined, stderr: expect.stringContaining('auth') });
  expect(listed.code).not.toBe(0);
});
