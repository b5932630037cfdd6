import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { Handler } from './handler.ts';
import { listen } from './listen.ts';

/** Answers a request when all of it is there. */
const handler: Handler = {
  handle(request, response) {
    request.resume().on('end', () => response.end('whole'));
  },
  drain: async () => {},
};

it.each([
  ['its head', 'POST / HTTP/1.1\r\nHost: localhost\r\n'],
  ['its body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhal'],
])('ends a connection whose request does not come to an end in time: %s', async (_part, half) => {
  const limits = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 10 };
  const listener = await listen(handler, { host: '127.0.0.1', port: 0 }, limits);
  const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
  socket.write(half);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  await listener.stop();
});

it('has an address that others can open, of IPv6 too', async () => {
  const listener = await listen(handler, { host: '::1', port: 0 });
  expect(listener.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect(await (await fetch(listener.url)).text()).toBe('whole');
  await listener.stop();
});
