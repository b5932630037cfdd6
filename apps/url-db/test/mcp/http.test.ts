import { expect, it } from 'vitest';
import { createUrlDb } from '../../src/url-db.ts';
import { send } from '../support/send.ts';
import { createWorld } from './support/world.ts';

const token = 'a-token-of-some-length';

async function start(settings: Readonly<Record<string, string>> = {}) {
  const world = await createWorld(settings);
  const urlDb = createUrlDb({ environment: { ...world.environment, PORT: '0' } });
  const url = `${await urlDb.start()}/mcp`;
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2025-06-18',
        ...headers,
      },
      body:
        typeof body === 'string'
          ? body
          : JSON.stringify({ jsonrpc: '2.0', id: 1, ...(body as object) }),
    });
  return {
    url,
    post,
    urlDb,
    async [Symbol.asyncDispose]() {
      await urlDb.stop();
      await world[Symbol.asyncDispose]();
    },
  };
}

const listDomains = { method: 'tools/call', params: { name: 'list_domains', arguments: {} } };

it('needs no session: a first request may be a call', async () => {
  await using server = await start();
  const answer = await server.post(listDomains);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('mcp-session-id')).toBeNull();
  expect(await answer.text()).toContain('"structuredContent":{"domains":[]}');
});

it('lets in who has a token, where tokens are set', async () => {
  await using server = await start({ URL_DB_TOKENS: token });
  const refused = await server.post(listDomains);
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toContain('Bearer');
  expect(await refused.json()).toMatchObject({ error: 'UNAUTHORIZED' });
  const taken = await server.post(listDomains, { authorization: `Bearer ${token}` });
  expect(taken.status).toBe(200);
});

it('answers each in its language', async () => {
  await using server = await start();
  const missing = {
    method: 'tools/call',
    params: { name: 'get_node', arguments: { composite_id: 'x' } },
  };
  const korean = await server.post(missing);
  expect(await korean.text()).toContain('합성키 형식이 올바르지 않습니다');
  const english = await server.post(missing, { 'accept-language': 'en' });
  expect(await english.text()).toContain('does not have the right form');
});

it('has no stream to wait at and no session to end', async () => {
  await using server = await start();
  for (const method of ['GET', 'DELETE', 'PUT']) {
    const answer = await fetch(server.url, { method, headers: { accept: 'text/event-stream' } });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  }
});

it('refuses what is no message', async () => {
  await using server = await start();
  const broken = await server.post('{"jsonrpc":');
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ error: { code: -32700 } });
  expect((await server.post('x', { 'content-type': 'text/plain' })).status).toBe(415);
  const long = await server.post(`"${'x'.repeat(17 * 1024 * 1024)}"`);
  expect(long.status).toBe(413);
});

it('refuses a page of another site, and another name for this machine', async () => {
  await using server = await start();
  const page = await server.post(listDomains, { origin: 'https://evil.example' });
  expect(page.status).toBe(403);
  // What a name of the page's own leads to, once it points here (DNS rebinding).
  const headers = { host: 'evil.example', accept: 'application/json, text/event-stream' };
  const rebound = await send(server.url, { method: 'POST', headers, body: listDomains });
  expect(rebound).toMatchObject({ status: 403, body: { error: 'FORBIDDEN' } });
});
