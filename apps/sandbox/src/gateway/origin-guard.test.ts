import { request } from 'node:http';
import { expect, it } from 'vitest';
import type { Sandbox } from '../options.ts';
import { smsBody, startTestSandbox } from '../test-support.ts';

/** fetch sets Host and Origin itself; a page of a stranger would too, so they are set by hand here. */
function asBrowser(
  sandbox: Sandbox,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(sandbox.url + path, { method, agent: false, headers });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    });
    outgoing.end(path.startsWith('/message') ? JSON.stringify(smsBody()) : undefined);
  });
}

const own = (sandbox: Sandbox) => sandbox.url;

it.each<[string, string, string, (sandbox: Sandbox) => Record<string, string>, number]>([
  ['a program without an origin', 'DELETE', '/_sandbox/messages', () => ({}), 204],
  ['the inbox itself', 'DELETE', '/_sandbox/messages', (s) => ({ Origin: own(s) }), 204],
  [
    'a page on this machine',
    'DELETE',
    '/_sandbox/messages',
    () => ({ Origin: 'http://localhost:5173' }),
    204,
  ],
  [
    'a page of a stranger',
    'DELETE',
    '/_sandbox/messages',
    () => ({ Origin: 'https://evil.example' }),
    403,
  ],
  [
    'a look-alike',
    'DELETE',
    '/_sandbox/messages',
    () => ({ Origin: 'http://localhost.evil.example' }),
    403,
  ],
  ['a sandboxed frame', 'DELETE', '/_sandbox/messages', () => ({ Origin: 'null' }), 403],
  ['a cross-site form', 'POST', '/_sandbox/reset', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 403],
  [
    'a stranger who sends',
    'POST',
    '/message/sms',
    () => ({ Origin: 'https://evil.example', 'X-API-KEY': 'k' }),
    403,
  ],
  [
    'a name rebound to here',
    'GET',
    '/_sandbox/messages',
    () => ({ Host: 'evil.example:4010' }),
    403,
  ],
  ['the inbox by such a name', 'GET', '/', () => ({ Host: 'evil.example' }), 403],
  [
    'that name as its own origin',
    'POST',
    '/_sandbox/reset',
    () => ({ Host: 'evil.example', Origin: 'http://evil.example' }),
    403,
  ],
  ['a container by its name', 'GET', '/_sandbox/messages', () => ({ Host: 'sandbox:4010' }), 200],
  ['an address', 'GET', '/_sandbox/messages', () => ({ Host: '192.168.0.7:4010' }), 200],
  ['IPv6 loopback', 'GET', '/_sandbox/messages', () => ({ Host: '[::1]:4010' }), 200],
  ['a listed name', 'GET', '/_sandbox/messages', () => ({ Host: 'sandbox.test.internal' }), 200],
])('%s: %s %s', async (_who, method, path, headers, expected) => {
  const { sandbox } = await startTestSandbox({ allowedHosts: ['sandbox.test.internal'] });
  expect(await asBrowser(sandbox, method, path, headers(sandbox))).toBe(expected);
});
