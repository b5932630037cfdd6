import { createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  resetAfterReading,
  type SocketServer,
  socketServer,
} from '../../test-support/socket-server.ts';
import { JeonboError } from '../error.ts';
import { createHttpClient, type HttpClientOptions } from './client.ts';
import type { Safety } from './outcome.ts';

// Each row of the send-safety table, against a server that counts what reaches it.

let server: SocketServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const path = '/send';

function client(baseUrl: string, options: Partial<HttpClientOptions> = {}) {
  return createHttpClient({
    provider: 'test',
    baseUrl,
    headers: () => ({ 'x-api-key': 'key-of-test' }),
    readProblem: () => undefined,
    ...options,
  });
}

async function fails(promise: Promise<unknown>): Promise<JeonboError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!JeonboError.is(error)) throw new Error(`expected a JeonboError, got ${String(error)}`);
  return error;
}

const request = (safety: Safety) =>
  safety === 'read'
    ? ({ method: 'GET', path, safety } as const)
    : ({ method: 'POST', path, safety, json: { message: 'hello' } } as const);

describe('429', () => {
  const limited = (retryAfter?: string) =>
    socketServer((_, response) => {
      response.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
    });

  it('is tried twice more for a read', async () => {
    server = await limited('0');
    const error = await fails(client(server.url)(request('read')));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryable: true, mayHaveBeenSent: false });
    expect(server.count()).toBe(3);
  });

  it('is not repeated for a send by default', async () => {
    server = await limited('0');
    const error = await fails(client(server.url)(request('send')));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429, mayHaveBeenSent: false });
    expect(server.count()).toBe(1);
  });

  it('is repeated for a send where the provider promises that it was not processed', async () => {
    server = await socketServer((_, response, count) => {
      response.writeHead(count < 3 ? 429 : 201, { 'retry-after': '0' }).end('{"ok":true}');
    });
    const answer = await client(server.url)({ ...request('send'), retryOn429: true });
    expect(answer.json).toEqual({ ok: true });
    expect(server.count()).toBe(3);
  });

  it('waits as long as Retry-After says, in seconds and as a date', async () => {
    for (const value of [() => '1', () => new Date(Date.now() + 2000).toUTCString()]) {
      server = await socketServer((_, response, count) => {
        response.writeHead(count === 1 ? 429 : 200, { 'retry-after': value() }).end('{}');
      });
      const delays: number[] = [];
      const onRetry = ({ delayMs }: { delayMs: number }) => delays.push(delayMs);
      const started = performance.now();
      await client(server.url, { onRetry })(request('read'));
      expect(delays[0]).toBeGreaterThan(0);
      expect(delays[0]).toBeLessThanOrEqual(2000);
      expect(performance.now() - started).toBeGreaterThanOrEqual((delays[0] ?? 0) - 5);
      expect(server.count()).toBe(2);
      await server.close();
    }
  });

  it('with a Retry-After of more than a minute ends at once and says how long', async () => {
    server = await limited('120');
    const error = await fails(client(server.url)(request('read')));
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 120_000 });
    expect(server.count()).toBe(1);
  });
});

describe.each([408, 500, 502, 503, 504])('%i', (status) => {
  const failing = () => socketServer((_, response) => void response.writeHead(status).end());

  it('is tried twice more for a read, at growing random distances', async () => {
    server = await failing();
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.01);
    const delays: number[] = [];
    const onRetry = ({ delayMs }: { delayMs: number }) => delays.push(delayMs);
    await fails(client(server.url, { onRetry })(request('read')));
    random.mockRestore();
    expect(server.count()).toBe(3);
    expect(delays).toEqual([5, 10]);
  });

  it.each([false, true])(
    'is unknown for a send and never repeated (retryOn429: %s)',
    async (retryOn429) => {
      server = await failing();
      const error = await fails(client(server.url)({ ...request('send'), retryOn429 }));
      expect(error).toMatchObject({
        code: 'DELIVERY_UNKNOWN',
        status,
        mayHaveBeenSent: true,
        retryable: false,
      });
      expect(server.count()).toBe(1);
    },
  );
});

describe('a reset after the request was read', () => {
  it('is tried twice more for a read', async () => {
    server = await socketServer(resetAfterReading);
    const error = await fails(client(server.url)(request('read')));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', retryable: true });
    expect(server.count()).toBe(3);
  });

  it('is unknown for a send and never repeated', async () => {
    server = await socketServer(resetAfterReading);
    const error = await fails(client(server.url)(request('send')));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    expect(server.count()).toBe(1);
  });

  it('is unknown too where half an answer came', async () => {
    server = await socketServer((incoming, response) => {
      incoming.resume().on('end', () => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"id":12345,', () => incoming.socket.destroy());
      });
    });
    const findId = ({ text }: { text: string }) => /"id":(\d+)/.exec(text)?.[1];
    const error = await fails(client(server.url, { findId })(request('send')));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', status: 200, mayHaveBeenSent: true });
    expect(error.details).toEqual({ id: '12345' });
    expect(server.count()).toBe(1);
  });
});

describe('no answer in time', () => {
  // Long enough for a request to arrive on a busy machine, or it would not have left.
  const timeoutMs = 500;
  const silent = () => socketServer((incoming) => void incoming.resume());

  it('is tried twice more for a read', async () => {
    server = await silent();
    const error = await fails(client(server.url, { timeoutMs })(request('read')));
    expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true, mayHaveBeenSent: false });
    expect(server.count()).toBe(3);
  });

  it('is unknown for a send and never repeated', async () => {
    server = await silent();
    const error = await fails(client(server.url, { timeoutMs })(request('send')));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    expect(server.count()).toBe(1);
  });

  it('counts an answer that starts and never ends', async () => {
    server = await socketServer((_, response) => void response.writeHead(200).write('{'));
    const error = await fails(client(server.url, { timeoutMs })(request('send')));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
  });
});

describe('refused before anything left', () => {
  async function closedPort(): Promise<string> {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  it('is no send: a closed port', async () => {
    const retries: string[] = [];
    const onRetry = ({ reason }: { reason: string }) => retries.push(reason);
    const url = await closedPort();
    const error = await fails(client(url, { onRetry })(request('send')));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', mayHaveBeenSent: false, retryable: true });
    expect(retries).toEqual([]);
    await fails(client(url, { onRetry })(request('read')));
    expect(retries).toEqual(['ECONNREFUSED', 'ECONNREFUSED']);
  });

  it('is no send: a port that fetch forbids', async () => {
    const error = await fails(client('http://127.0.0.1:1')(request('send')));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', mayHaveBeenSent: false });
  });

  it('is no send: a name that does not exist', async () => {
    const error = await fails(client('http://name.invalid')(request('send')));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', mayHaveBeenSent: false });
  });

  it('is no send: a closed port on every address of a name', async () => {
    const { port } = new URL(await closedPort());
    const error = await fails(client(`http://localhost:${port}`)(request('send')));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', mayHaveBeenSent: false });
  });

  it('is no send: canceled before', async () => {
    server = await socketServer((_, response) => void response.end('{}'));
    const signal = AbortSignal.abort();
    const error = await fails(client(server.url)({ ...request('send'), signal }));
    expect(error).toMatchObject({ code: 'CANCELED', mayHaveBeenSent: false });
    expect(server.count()).toBe(0);
  });
});

describe('a cancel', () => {
  it('of a send that left is unknown', async () => {
    const controller = new AbortController();
    server = await socketServer((incoming) => {
      incoming.resume().on('end', () => controller.abort());
    });
    const error = await fails(
      client(server.url)({ ...request('send'), signal: controller.signal }),
    );
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    expect(server.count()).toBe(1);
  });

  it('ends the wait before a retry', async () => {
    const controller = new AbortController();
    server = await socketServer(
      (_, response) => void response.writeHead(429, { 'retry-after': '30' }).end(),
    );
    const onRetry = () => controller.abort();
    const error = await fails(
      client(server.url, { onRetry })({ ...request('read'), signal: controller.signal }),
    );
    expect(error).toMatchObject({ code: 'CANCELED' });
    expect(server.count()).toBe(1);
  });
});

describe('credentials', () => {
  it('do not follow a redirect', async () => {
    const elsewhere = await socketServer((_, response) => void response.end('{}'));
    server = await socketServer((_, response) => {
      response.writeHead(307, { location: elsewhere.url }).end();
    });
    const sent = await fails(client(server.url)(request('send')));
    const read = await fails(client(server.url)(request('read')));
    expect(sent).toMatchObject({ code: 'DELIVERY_UNKNOWN', status: 307 });
    expect(read).toMatchObject({ code: 'INVALID_RESPONSE', status: 307 });
    expect(elsewhere.count()).toBe(0);
    await elsewhere.close();
  });

  it('do not follow a link to another host', async () => {
    server = await socketServer((_, response) => void response.end('{}'));
    const http = client('http://127.0.0.1:1');
    const error = await fails(http({ method: 'GET', path: `${server.url}/next`, safety: 'read' }));
    expect(error.code).toBe('INVALID_RESPONSE');
    expect(server.count()).toBe(0);
  });

  it('do not follow a link that is none', async () => {
    const http = client('http://127.0.0.1:1');
    const error = await fails(http({ method: 'GET', path: 'https://[', safety: 'read' }));
    expect(error.code).toBe('INVALID_RESPONSE');
  });

  it('are redacted in hooks, and numbers in addresses masked', async () => {
    server = await socketServer((_, response) => void response.end('{}'));
    const seen: unknown[] = [];
    const note = (info: unknown) => seen.push(info);
    const http = client(server.url, { onRequest: note, onResponse: note });
    await http({ method: 'GET', path: '/list?to=%2B821012345678', safety: 'read' });
    expect(JSON.stringify(seen)).not.toMatch(/key-of-test|1012345678/);
    expect(seen).toHaveLength(2);
  });
});

it.each([
  ['x-api-key', 'key-of-test-1234567890', 'key-of-test-1234567890'],
  ['authorization', 'Bearer token-1234567890', 'token-1234567890'],
  ['authorization', `Basic ${btoa('AC123:secret-0212345678')}`, 'secret-0212345678'],
])('a key in %s that the provider quotes does not come back', async (name, value, secret) => {
  server = await socketServer((_, response) => {
    response.writeHead(401).end(JSON.stringify({ message: `wrong key ${secret}` }));
  });
  const readProblem: HttpClientOptions['readProblem'] = ({ json }) => ({
    code: 'AUTHENTICATION_FAILED',
    message: (json as { message: string }).message,
    details: { json },
  });
  const http = client(server.url, { headers: () => ({ [name]: value }), readProblem });
  const error = await fails(http(request('send')));
  expect(error.message).toBe('wrong key [redacted]');
  expect(JSON.stringify(error)).not.toContain(secret);
});

it('a key with a line break is told without the key, and nothing leaves', async () => {
  server = await socketServer((_, response) => void response.end('{}'));
  const http = client(server.url, { headers: () => ({ 'x-api-key': 'key-of-test\n' }) });
  const error = await fails(http(request('send')));
  expect(error).toMatchObject({
    code: 'VALIDATION_ERROR',
    field: 'x-api-key',
    mayHaveBeenSent: false,
  });
  expect(error.message + JSON.stringify(error) + String(error.cause)).not.toContain('key-of-test');
  expect(server.count()).toBe(0);
});

it('a hook that throws changes nothing', async () => {
  server = await socketServer((_, response) => void response.end('{"ok":1}'));
  const onRequest = () => {
    throw new Error('from a hook');
  };
  expect((await client(server.url, { onRequest })(request('send'))).json).toEqual({ ok: 1 });
});

it('a connection that closes while idle is no harm to the next send', async () => {
  // Keep-alive: the pool may hold a socket that the server has closed meanwhile.
  server = await socketServer(
    (_, response) => void response.writeHead(200, { connection: 'close' }).end('{}'),
  );
  const http = client(server.url);
  await http(request('send'));
  await http(request('send'));
  expect(server.count()).toBe(2);
});
