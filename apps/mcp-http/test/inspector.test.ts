import { describe, expect, it } from 'vitest';
import { startChild } from './support/child.ts';
import { inspect } from './support/inspector.ts';
import { createWorld, tokens } from './support/world.ts';

const authorization = ['--header', `Authorization: Bearer ${tokens.kim}`];

describe.each(['legacy', 'modern'])('the Inspector, %s', (era) => {
  const options = ['--protocol-era', era, ...authorization];

  it('lists the tools and calls one', async () => {
    await using world = await createWorld();
    await using server = await startChild(world.environment);
    const run = (...argv: readonly string[]) =>
      inspect(`${server.url}/mcp`, world.environment, ...options, ...argv);
    const listed = await run('--method', 'tools/list', '--strict');
    expect(listed).toMatchObject({
      code: 0,
      result: {
        tools: [
          { name: 'send_sms' },
          { name: 'send_mms' },
          { name: 'get_message_status' },
          { name: 'get_send_history' },
          { name: 'check_message' },
        ],
      },
    });
    const call = ['--method', 'tools/call', '--tool-name', 'check_message'];
    const called = await run(...call, '--tool-args-json', '{"message":"안녕하세요"}');
    expect(called).toMatchObject({
      code: 0,
      result: { structuredContent: { kind: 'SMS', bytes: 10, errors: [] }, isError: false },
    });
  });
});

it('without a token the Inspector gets nothing', async () => {
  await using world = await createWorld();
  await using server = await startChild(world.environment);
  const listed = await inspect(
    `${server.url}/mcp`,
    world.environment,
    '--stored-auth-only',
    '--method',
    'tools/list',
  );
  expect(listed).toMatchObject({ result: undefined });
  expect(listed.code).not.toBe(0);
});
