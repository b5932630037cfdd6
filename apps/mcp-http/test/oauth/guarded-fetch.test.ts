import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedFetch, guardedFetch, type Lookup } from '../../src/oauth/guarded-fetch.ts';
import { trustedCertificate } from '../support/certificate.ts';

// A real server on this machine, which is where no stranger's address may lead. Only where a name leads is ours to say.

const host = 'client.example';
let answer: RequestListener = (_request, response) => void response.end('{}');
const server = createServer(trustedCertificate(host), (...exchange) => answer(...exchange));
let connections = 0;
server.on('connection', () => {
  connections++;
});
let port = 0;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const to =
  (...addresses: string[]): Lookup =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const address = () => `https://${host}:${port}/client.json`;
const open = createGuardedFetch(to('127.0.0.1'), () => true);

describe('what is refused before anything is connected to', () => {
  it.each([
    ['an address of this machine', () => `https://127.0.0.1:${port}/`],
    ['the same in other words', () => `https://2130706433:${port}/`],
    ['and in others', () => `https://0x7f.1:${port}/`],
    ['the one that means any', () => `https://0.0.0.0:${port}/`],
    ['IPv6', () => `https://[::1]:${port}/`],
    ['IPv4 in IPv6', () => `https://[::ffff:127.0.0.1]:${port}/`],
    ['IPv4 behind a translator', () => `https://[64:ff9b::7f00:1]:${port}/`],
    ['the metadata of a cloud', () => 'https://169.254.169.254/latest/meta-data/'],
    ['a private network', () => 'https://10.0.0.1/'],
    ['this machine’s name', () => `https://localhost:${port}/`],
    ['no https', () => `http://${host}:${port}/`],
  ])('%s', async (_name, url) => {
    const before = connections;
    await expect(guardedFetch(url())).rejects.toThrow(/public|https/);
    expect(connections).toBe(before);
  });

  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '127.0.0.1']],
    [['2606:4700::1111', 'fd00::1']],
    [['::ffff:10.0.0.1']],
    [[]],
  ])('a name that leads to %j', async (addresses) => {
    const before = connections;
    await expect(createGuardedFetch(to(...addresses))(address())).rejects.toThrow(/public/);
    expect(connections).toBe(before);
  });

  it('a name that means another address the second time', async () => {
    const asked: string[] = [];
    const look: Lookup = async (name) => {
      asked.push(name);
      return [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    answer = (_request, response) => void response.end('{"a":1}');
    const fetched = await createGuardedFetch(look, (found) => found === '127.0.0.1')(address());
    expect(await fetched.json()).toEqual({ a: 1 });
    expect(asked).toEqual([host]);
  });
});

describe('what is read', () => {
  it('is one small document, asked for without a word about who asks', async () => {
    let seen: Parameters<RequestListener>[0] | undefined;
    answer = (request, response) => {
      seen = request;
      response.writeHead(200, {
        'cache-control': 'max-age=60',
        'content-type': 'application/json',
      });
      response.end('{"client_id":"a"}');
    };
    const { status, headers, ...rest } = await open(address());
    void rest;
    expect([status, headers.get('cache-control')]).toEqual([200, 'max-age=60']);
    expect(Object.keys(seen?.headers ?? {}).toSorted()).toEqual(['accept', 'connection', 'host']);
  });

  it.each([
    ['5 KB', 5 * 1024, true],
    ['a byte more', 5 * 1024 + 1, false],
    ['what never ends', Number.POSITIVE_INFINITY, false],
  ])('at most: %s', async (_name, length, isRead) => {
    answer = (_request, response) => {
      if (Number.isFinite(length)) return void response.end('a'.repeat(length));
      const more = () => {
        while (response.writable && response.write('a'.repeat(1000)));
      };
      response.on('drain', more);
      more();
    };
    const read = open(address()).then((response) => response.text());
    if (isRead) expect(await read).toHaveLength(length);
    else await expect(read).rejects.toThrow(/bytes/);
  });

  it('follows no redirect', async () => {
    answer = (_request, response) => {
      response.writeHead(302, { location: 'https://169.254.169.254/' });
      response.end();
    };
    expect((await open(address())).status).toBe(302);
  });

  it('waits no longer than it is told to', async () => {
    answer = () => {};
    const waiting = open(address(), { signal: AbortSignal.timeout(50) });
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});
