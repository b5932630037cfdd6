import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { parseStatusCallback, signRequest, validateNodeRequest, validateRequest } from './index.ts';

const authToken = 'token-of-test';
const origin = 'https://mycompany.com';
const params = { MessageSid: 'SM1', MessageStatus: 'sent', To: '+821012345678' };
const form = 'application/x-www-form-urlencoded';

async function signed(path: string, given: { params?: typeof params; body?: string }) {
  const { url, signature } = await signRequest({ authToken, url: origin + path, ...given });
  return { url, headers: { 'x-twilio-signature': signature } };
}

describe('a web Request', () => {
  it('is valid and can still be read', async () => {
    const { url, headers } = await signed('/status?a=1', { params });
    const body = new URLSearchParams(params);
    const request = new Request(url, { method: 'POST', headers, body });
    expect(await validateRequest(request, { authToken })).toBe(true);
    expect(parseStatusCallback(await request.formData())).toMatchObject({ status: 'sent' });
  });

  it('behind a proxy is held to the address that Twilio called', async () => {
    const { url, headers } = await signed('/status', { params });
    const inner = (path: string) =>
      new Request(`http://10.0.0.7:3000${path}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(params),
      });
    expect(await validateRequest(inner('/status'), { authToken })).toBe(false);
    expect(await validateRequest(inner('/status'), { authToken, origin: `${origin}/` })).toBe(true);
    expect(await validateRequest(inner('/moved'), { authToken, origin })).toBe(false);
    expect(await validateRequest(inner('/moved'), { authToken, url })).toBe(true);
  });

  it('of GET is held by its address', async () => {
    const { url, headers } = await signed('/inbound?Body=Hi', {});
    expect(await validateRequest(new Request(url, { headers }), { authToken })).toBe(true);
    const other = new Request(`${url}!`, { headers });
    expect(await validateRequest(other, { authToken })).toBe(false);
  });

  it('with JSON is held by its hash', async () => {
    const { url, headers } = await signed('/events', { body: '{"a":1}' });
    const request = (body: string) => new Request(url, { method: 'POST', headers, body });
    expect(await validateRequest(request('{"a":1}'), { authToken })).toBe(true);
    expect(await validateRequest(request('{"a":2}'), { authToken })).toBe(false);
  });

  it('without a signature is not valid', async () => {
    const request = new Request(origin, { method: 'POST', body: new URLSearchParams(params) });
    expect(await validateRequest(request, { authToken })).toBe(false);
  });
});

describe('a request of Node', () => {
  const node = (url: string, headers: object, rest: object = {}) => ({
    method: 'POST',
    url: url.slice(origin.length),
    headers: { host: 'mycompany.com', 'content-type': form, ...headers },
    ...rest,
  });
  const https = { 'x-forwarded-proto': 'https, http' };

  it('is valid with its body parsed, as text or as bytes', async () => {
    const { url, headers } = await signed('/status', { params });
    const text = String(new URLSearchParams(params));
    for (const body of [params, text, new TextEncoder().encode(text)]) {
      const request = node(url, { ...headers, ...https }, { body });
      expect(await validateNodeRequest(request, { authToken })).toBe(true);
      const changed = node(url, { ...headers, ...https }, { body: { ...params, To: '+1' } });
      expect(await validateNodeRequest(changed, { authToken })).toBe(false);
    }
  });

  it('takes the address before a router cut it, and the scheme of its socket', async () => {
    const { url, headers } = await signed('/hooks/status', { params });
    const rest = { originalUrl: '/hooks/status', socket: { encrypted: true }, body: params };
    const request = node(`${origin}/status`, headers, rest);
    expect(await validateNodeRequest(request, { authToken })).toBe(true);
    const plain = { ...request, socket: {} };
    expect(await validateNodeRequest(plain, { authToken })).toBe(false);
    expect(await validateNodeRequest(plain, { authToken, url })).toBe(true);
  });

  it('with JSON needs the raw body', async () => {
    const { url, headers } = await signed('/events', { body: '{"a":1}' });
    const parsed = node(url, headers, { body: { a: 1 } });
    const raw = { ...parsed, rawBody: new TextEncoder().encode('{"a":1}') };
    expect(await validateNodeRequest(raw, { authToken, origin })).toBe(true);
    const failing = validateNodeRequest(parsed, { authToken, origin });
    await expect(failing).rejects.toMatchObject({ field: 'rawBody' });
  });

  it('whose form was never read says so', async () => {
    const { url, headers } = await signed('/status', { params });
    const failing = validateNodeRequest(node(url, headers), { authToken, origin });
    await expect(failing).rejects.toMatchObject({ field: 'body' });
  });

  it('is what node:http hands out', async () => {
    const valid = await new Promise<boolean>((resolve, reject) => {
      const server = createServer(async (request: IncomingMessage, response) => {
        let body = '';
        for await (const part of request) body += part;
        response.end();
        server.close();
        validateNodeRequest(Object.assign(request, { body }), { authToken }).then(resolve, reject);
      });
      server.listen(0, '127.0.0.1', async () => {
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/status`;
        const { signature } = await signRequest({ authToken, url, params });
        const headers = { 'x-twilio-signature': signature };
        await fetch(url, { method: 'POST', headers, body: new URLSearchParams(params) });
      });
    });
    expect(valid).toBe(true);
  });
});
