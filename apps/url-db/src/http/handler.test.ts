import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { createLog } from '../log.ts';
import { defineOperation, type OperationContext } from '../operations/define-operation.ts';
import { checkSettings } from '../settings.ts';
import { createHandler } from './handler.ts';
import type { Mount } from './mount.ts';

/** An operation that runs until it is told to end, behind a real server. */
async function start(mounts: readonly Mount[] = []) {
  const running = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const operation = defineOperation({
    name: 'wait',
    title: { en: 'Wait', ko: '대기' },
    description: { en: 'Waits', ko: '기다립니다' },
    input: z.strictObject({}),
    output: z.object({ done: z.literal(true) }),
    rest: { method: 'GET', path: '/wait', status: 200 },
    errors: [],
    async run() {
      running.resolve();
      await end.promise;
      return { done: true as const };
    },
  });
  // It asks nothing of its context.
  const context = {} as OperationContext;
  const handler = createHandler({
    settings: checkSettings({}).settings,
    operations: [operation],
    contexts: { ko: context, en: context },
    mounts,
    log: createLog(() => {}, {}),
  });
  const server = createServer(handler.handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { handler, server, running, end, origin: `http://127.0.0.1:${port}` };
}

it('drains when the last answer is out, and not before', async () => {
  const { handler, server, running, end, origin } = await start();
  const answer = fetch(`${origin}/api/mcp/wait`);
  await running.promise;
  const drained = handler.drain().then(() => 'drained');
  expect(await Promise.race([drained, nextTurn('waiting')])).toBe('waiting');
  expect((await fetch(`${origin}/api/mcp/wait`)).status).toBe(503);
  expect(await Promise.race([drained, nextTurn('waiting')])).toBe('waiting');
  end.resolve();
  const { status, headers } = await answer;
  expect(status).toBe(200);
  expect(headers.get('connection')).toBe('close');
  expect(await drained).toBe('drained');
  server.close();
});

it('does not wait for who only listens, but closes it', async () => {
  const closed = Promise.withResolvers<void>();
  const listened = Promise.withResolvers<void>();
  const mount: Mount = {
    name: 'stream',
    has: (path) => path === '/stream',
    methods: ['GET'],
    needsToken: true,
    isWork: () => false,
    handle(_request, response) {
      response.writeHead(200).write('listening');
      listened.resolve();
      closed.promise.then(() => response.end());
    },
    close: async () => closed.resolve(),
  };
  const { handler, server, origin } = await start([mount]);
  const answer = fetch(`${origin}/stream`).then((response) => response.text());
  await listened.promise;
  await handler.drain();
  expect(await answer).toBe('listening');
  server.close();
});
