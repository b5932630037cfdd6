import { expect, test } from 'vitest';
import { endpointProblem } from '../../src/events/endpoint-problem.ts';
import { post } from '../../src/events/post.ts';
import { isPublicAddress } from '../../src/events/public-address.ts';
import { type Address, resolveEndpoint } from '../../src/events/resolve-endpoint.ts';
import { retryAt } from '../../src/events/retry-at.ts';
import { startReceiver } from './support/receiver.ts';

const isPublic: Address = { address: '93.184.215.14', family: 4 };
const isPrivate: Address = { address: '10.1.2.3', family: 4 };
const rules = (addresses: readonly Address[]) => ({
  allowPrivate: false,
  look: async () => addresses,
});

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '2002:a00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'example.com',
  '',
])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

test.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '::ffff:8.8.8.8', '2606:4700::1111'])(
  '%s is public',
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  'http://127.0.0.1/hook',
  'http://[::1]/hook',
  'http://[::ffff:7f00:1]:8080/hook',
  // All of them 127.0.0.1 to the parser of URLs.
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://169.254.169.254/latest/meta-data/',
])('%s is refused however it is written', async (endpoint) => {
  expect(await endpointProblem(endpoint, { allowPrivate: false })).toMatchObject({
    en: expect.stringContaining('private network'),
  });
  expect(await endpointProblem(endpoint, { allowPrivate: true })).toBeUndefined();
});

test.each(['', 'example.com', 'ftp://example.com/', 'javascript:alert(1)', 'file:///etc/passwd'])(
  '%j is no endpoint',
  async (endpoint) => {
    expect(await resolveEndpoint(endpoint, rules([isPublic]))).toEqual({ problem: 'malformed' });
  },
);

test('a name is refused where one of its addresses is private, or where it has none', async () => {
  const resolve = (addresses: readonly Address[]) =>
    resolveEndpoint('https://hooks.example.com/', rules(addresses));
  expect(await resolve([isPublic])).toEqual({ addresses: [isPublic] });
  expect(await resolve([isPublic, isPrivate])).toEqual({ problem: 'private' });
  expect(await resolve([])).toEqual({ problem: 'unknown_host' });
  for (const address of ['::1', '::ffff:10.1.2.3', '::ffff:7f00:1', 'fd00::1'])
    expect(await resolve([{ address, family: 6 }])).toEqual({ problem: 'private' });
});

test('a name that has moved into a private network since is not posted to', async () => {
  const receiver = await startReceiver();
  try {
    const endpoint = `http://moved.example:${new URL(receiver.url).port}/hook`;
    const options = { headers: {}, body: '{}', timeoutMs: 5000 };
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1'])
      expect(
        await post(endpoint, {
          ...rules([{ address, family: address === '127.0.0.1' ? 4 : 6 }]),
          ...options,
        }),
      ).toEqual({ error: 'private' });
    // That of the system: it is this machine by another name.
    expect(
      await post(endpoint.replace('moved.example', 'localhost'), {
        allowPrivate: false,
        ...options,
      }),
    ).toEqual({ error: 'private' });
    expect(receiver.received).toEqual([]);
  } finally {
    await receiver.close();
  }
});

test('a name that means another address a moment later is not asked again', async () => {
  const receiver = await startReceiver();
  try {
    const { port } = new URL(receiver.url);
    let asked = 0;
    const posted = await post(`http://rebinding.example:${port}/hook`, {
      allowPrivate: true,
      look: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }];
      },
      headers: { 'content-type': 'application/json' },
      body: '{"id":1}',
      timeoutMs: 5000,
    });
    expect(posted).toMatchObject({ status: 204 });
    expect(asked).toBe(1);
    expect(receiver.received[0]?.headers.host).toBe(`rebinding.example:${port}`);
  } finally {
    await receiver.close();
  }
});

test('pauses grow, a wish of the receiver is heard but not obeyed without end', () => {
  const at = (attempts: number, wish?: string) => retryAt(attempts, { now: 0, wish }) ?? Number.NaN;
  for (let attempts = 1; attempts < 9; attempts += 1)
    expect(at(attempts + 1)).toBeGreaterThan(at(attempts) * 1.2);
  expect(retryAt(10, { now: 0 })).toBeUndefined();
  expect(at(1, '120')).toBe(120_000);
  expect(at(1, '0')).toBeGreaterThanOrEqual(5000);
  expect(at(1, '999999999')).toBe(24 * 3_600_000);
  expect(at(1, 'Thu, 01 Jan 1970 00:01:00 GMT')).toBe(60_000);
  expect(at(1, 'later')).toBeLessThanOrEqual(6000);
});
