import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectByMcpRemote } from './support/mcp-remote.ts';
import { authorize } from './support/oauth.ts';
import { createWorld, serve } from './support/world.ts';

it('a person logs in once for mcp-remote, and its host calls tools', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment, ['kakao']);
  const { url, mcp } = server;
  let visits = 0;
  const connect = () =>
    connectByMcpRemote({
      url: mcp,
      folder: join(world.home, 'mcp-remote'),
      async visit(address) {
        visits++;
        await fetch(await authorize({ url, sandbox: world.sandbox }, address));
      },
    });

  const first = await connect();
  const sent = await first.callTool({
    name: 'send_message_to_me',
    arguments: { message: '회의가 세 시로 옮겨졌습니다.' },
  });
  expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 1 });
  await first.close();

  const again = await connect();
  const { tools } = await again.listTools();
  expect(tools.map(({ name }) => name)).toContain('search_kakao_friends');
  await again.close();

  expect(visits).toBe(1);
  expect(world.sandbox.messages()).toMatchObject([{ text: '회의가 세 시로 옮겨졌습니다.' }]);
});
