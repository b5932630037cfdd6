import { expect, it } from 'vitest';
import { connectLegacy, connectModern } from '../support/hosts.ts';
import { logIn } from '../support/oauth.ts';
import { createWorld, serve } from '../support/world.ts';

it('leads from a registration to a message', async () => {
  await using world = await createWorld();
  await using server = await serve(world.environment, ['kakao']);
  const place = { url: server.url, sandbox: world.sandbox };
  const { tokens, headers } = await logIn(place);
  expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  for (const connect of [connectModern, connectLegacy]) {
    await using host = await connect(server.mcp, headers);
    const names = (await host.listTools()).map(({ name }) => name);
    expect(names).toContain('send_message_to_me');
    const sent = await host.call('send_message_to_me', { message: `안녕 ${connect.name}` });
    expect(sent.structuredContent).toMatchObject({ result_code: 0 });
  }
  expect(world.sandbox.messages()).toHaveLength(2);
});
