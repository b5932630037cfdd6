import { afterEach, expect, it } from 'vitest';
import {
  resetAfterReading,
  type SocketServer,
  socketServer,
} from '../../core/test-support/socket-server.ts';
import { accountSid, messageAnswer } from '../test-support/index.ts';
import { createTwilioClient } from './index.ts';

// On real sockets: what leaves is counted where it arrives.

let server: SocketServer;
afterEach(() => server.close());

const send = () =>
  createTwilioClient({ accountSid, authToken: 'test-token', baseUrl: server.url }).messages.create({
    to: '010-1234-5678',
    from: '+14155550123',
    body: '안녕하세요',
  });

it('a reset after the body was read sends once in all', async () => {
  server = await socketServer(resetAfterReading);
  await expect(send()).rejects.toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
  expect(server.count()).toBe(1);
});

it('429 is sent again, and the next fault is not', async () => {
  server = await socketServer((request, response, count) => {
    if (count > 1) return resetAfterReading(request, response, count);
    response.writeHead(429, { 'retry-after': '0' }).end('{"code":20429,"status":429}');
  });
  await expect(send()).rejects.toMatchObject({ code: 'DELIVERY_UNKNOWN' });
  expect(server.count()).toBe(2);
});

it('429 and then 201 is one message', async () => {
  server = await socketServer((_, response, count) => {
    if (count === 1) response.writeHead(429, { 'retry-after': '0' }).end();
    else response.writeHead(201).end(JSON.stringify(messageAnswer()));
  });
  expect((await send()).status).toBe('queued');
  expect(server.count()).toBe(2);
});
